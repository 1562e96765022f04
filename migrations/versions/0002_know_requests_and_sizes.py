"""Know which request made a diagram, and how much it takes

Revision: 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MEASURE = """
    UPDATE diagram SET stored_bytes =
        (SELECT coalesce(sum(length(document)), 0) FROM revision WHERE revision.diagram_id = diagram.id)
        + (SELECT coalesce(sum(length(data)), 0) FROM mapping_chunk
            JOIN mapping ON mapping.id = mapping_chunk.mapping_id WHERE mapping.diagram_id = diagram.id)
"""


def upgrade() -> None:
    op.add_column("diagram", sa.Column("request_key", sa.String(length=64), nullable=True))
    op.add_column("diagram", sa.Column("stored_bytes", sa.BigInteger(), server_default="0", nullable=False))
    op.create_index("ix_diagram_user_id_request_key", "diagram", ["user_id", "request_key"], unique=True)
    op.create_index("ix_diagram_guest_request_key", "diagram", ["guest", "request_key"], unique=True)
    op.execute(_MEASURE)


def downgrade() -> None:
    op.drop_index("ix_diagram_guest_request_key", "diagram")
    op.drop_index("ix_diagram_user_id_request_key", "diagram")
    op.drop_column("diagram", "stored_bytes")
    op.drop_column("diagram", "request_key")
