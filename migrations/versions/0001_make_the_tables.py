"""Make the tables

Revision: 0001, the first one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_attempt()
    _make_encryption_key()
    _make_user()
    _make_api_token()
    _make_diagram()
    _make_upload()
    _make_mapping()
    _make_revision()
    _make_mapping_chunk()


def downgrade() -> None:
    op.drop_table("mapping_chunk")
    op.drop_table("revision")
    op.drop_table("mapping")
    op.drop_table("upload")
    op.drop_table("diagram")
    op.drop_table("api_token")
    op.drop_table("user")
    op.drop_table("encryption_key")
    op.drop_table("attempt")


def _make_attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
    op.create_index("ix_attempt_at", "attempt", ["at"])
    op.create_index("ix_attempt_key_at", "attempt", ["key", "at"])


def _make_encryption_key() -> None:
    op.create_table(
        "encryption_key",
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name="pk_encryption_key"),
    )


def _make_user() -> None:
    op.create_table(
        "user",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("username_key", sa.String(length=256), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("session_token", sa.String(length=43), nullable=False),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_user"),
        sa.UniqueConstraint("session_token", name="uq_user_session_token"),
        sa.UniqueConstraint("username_key", name="uq_user_username_key"),
    )


def _make_api_token() -> None:
    op.create_table(
        "api_token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_api_token_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_api_token"),
        sa.UniqueConstraint("digest", name="uq_api_token_digest"),
        sa.UniqueConstraint("token", name="uq_api_token_token"),
    )
    op.create_index("ix_api_token_user_id", "api_token", ["user_id"])


def _make_diagram() -> None:
    op.create_table(
        "diagram",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("guest", sa.String(length=43), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(user_id IS NULL) <> (guest IS NULL)", name="ck_diagram_owned_once"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_diagram_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_diagram"),
        sa.UniqueConstraint("token", name="uq_diagram_token"),
    )
    op.create_index("ix_diagram_deleted_at", "diagram", ["deleted_at"])
    op.create_index("ix_diagram_guest_updated_at", "diagram", ["guest", "updated_at"])
    op.create_index("ix_diagram_user_id_updated_at", "diagram", ["user_id", "updated_at"])


def _make_upload() -> None:
    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("guest", sa.String(length=43), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(user_id IS NULL) <> (guest IS NULL)", name="ck_upload_owned_once"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_upload_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_upload"),
        sa.UniqueConstraint("token", name="uq_upload_token"),
    )
    op.create_index("ix_upload_created_at", "upload", ["created_at"])
    op.create_index("ix_upload_guest", "upload", ["guest"])
    op.create_index("ix_upload_user_id", "upload", ["user_id"])


def _make_mapping() -> None:
    op.create_table(
        "mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("diagram_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("users", sa.Integer(), nullable=False),
        sa.Column("devices", sa.Integer(), nullable=False),
        sa.Column("connections", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["diagram_id"], ["diagram.id"], name="fk_mapping_diagram_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_mapping"),
        sa.UniqueConstraint("token", name="uq_mapping_token"),
    )
    op.create_index("ix_mapping_diagram_id_created_at", "mapping", ["diagram_id", "created_at"])
    op.create_index("ix_mapping_finished_at", "mapping", ["finished_at"])


def _make_revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("diagram_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["diagram_id"], ["diagram.id"], name="fk_revision_diagram_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.UniqueConstraint("diagram_id", "number", name="uq_revision_diagram_id_number"),
    )


def _make_mapping_chunk() -> None:
    op.create_table(
        "mapping_chunk",
        sa.Column("mapping_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["mapping_id"], ["mapping.id"], name="fk_mapping_chunk_mapping_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mapping_id", "number", name="pk_mapping_chunk"),
    )
