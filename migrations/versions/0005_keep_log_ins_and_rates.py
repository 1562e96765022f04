"""Keep each log-in, end tokens, count rates

Revision: 0005. Whoever had logged in before has to do so once more. Tokens that exist go on: without an end, with everything.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_log_in()
    op.create_table(
        "rate",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_rate"),
    )
    op.create_index("ix_rate_ends_at", "rate", ["ends_at"])
    op.add_column("api_token", sa.Column("scope", sa.String(10), nullable=False, server_default="all"))
    op.add_column("api_token", sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    # Whoever goes back knows neither: what only reads, or ends, would do everything for good.
    op.execute("DELETE FROM api_token WHERE scope <> 'all' OR expires_at IS NOT NULL")
    op.drop_column("api_token", "expires_at")
    op.drop_column("api_token", "scope")
    op.drop_table("rate")
    op.drop_table("log_in")


def _make_log_in() -> None:
    op.create_table(
        "log_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("browser", sa.String(length=80), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("is_remembered", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_log_in_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_log_in"),
        sa.UniqueConstraint("token", name="uq_log_in_token"),
        sa.UniqueConstraint("digest", name="uq_log_in_digest"),
    )
    op.create_index("ix_log_in_user_id", "log_in", ["user_id"])
