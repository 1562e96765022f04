"""Know mappings that are asked for again

Revision: 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_INDEX = "ix_mapping_diagram_id_request_key"


def upgrade() -> None:
    op.add_column("mapping", sa.Column("request_key", sa.String(64)))
    op.create_index(_INDEX, "mapping", ["diagram_id", "request_key"], unique=True)


def downgrade() -> None:
    op.drop_index(_INDEX, "mapping")
    op.drop_column("mapping", "request_key")
