"""Page through long lists in every order

Revision: 0003.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_diagram_user_id_updated_at", "diagram")
    for column in ("updated_at", "created_at", "title"):
        op.create_index(f"ix_diagram_user_id_{column}_token", "diagram", ["user_id", column, "token"])
    op.create_index("ix_diagram_user_id_deleted_at", "diagram", ["user_id", "deleted_at"])


def downgrade() -> None:
    op.drop_index("ix_diagram_user_id_deleted_at", "diagram")
    for column in ("title", "created_at", "updated_at"):
        op.drop_index(f"ix_diagram_user_id_{column}_token", "diagram")
    op.create_index("ix_diagram_user_id_updated_at", "diagram", ["user_id", "updated_at"])
