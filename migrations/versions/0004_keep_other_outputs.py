"""Keep other outputs beside the mappings

Revision: 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mapping", sa.Column("format", sa.String(40), nullable=False, server_default="user-mapping"))
    op.add_column("mapping", sa.Column("file_name", sa.String(80), nullable=False, server_default="user-mapping.xml"))


def downgrade() -> None:
    # Whoever goes back knows mappings only: other outputs would be taken for these.
    op.execute("DELETE FROM mapping WHERE format <> 'user-mapping'")
    op.drop_column("mapping", "file_name")
    op.drop_column("mapping", "format")
