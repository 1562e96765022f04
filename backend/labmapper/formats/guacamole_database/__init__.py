"""What a lab is in Guacamole's database: accounts, user groups, connection groups, connections, and who reads which.

Shared by all outputs for gateways with a database: ``layout`` and ``accounts`` are the model, ``script`` renders it as SQL
in the ``dialects`` of PostgreSQL and MySQL, ``removal`` takes it away again, ``checks`` tells what does not fit.
"""
