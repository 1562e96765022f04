"""Keep lab files with the diagrams that were made of them

Revision: 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lab_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("diagram_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("format", sa.String(40), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("options", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["diagram_id"], ["diagram.id"], name="fk_lab_file_diagram_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_lab_file"),
        sa.UniqueConstraint("token", name="uq_lab_file_token"),
    )
    op.create_index("ix_lab_file_diagram_id_created_at", "lab_file", ["diagram_id", "created_at"])


def downgrade() -> None:
    op.drop_table("lab_file")
