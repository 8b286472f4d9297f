"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "number_series",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_number_series")),
        sqlite_strict=True,
    )
    op.create_table(
        "project",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("acronym", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("time_text", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("public_text", sa.Text(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("page_order", sa.Integer(), nullable=True),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("start_first", sa.Text(), nullable=True),
        sa.Column("end_last", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('project', 'development', 'investment', 'study', 'pilot', "
            "'programme', 'campaign', 'network', 'service', 'other')",
            name=op.f("ck_project_kind"),
        ),
        sa.CheckConstraint("status IN ('planned', 'active', 'ended')", name=op.f("ck_project_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("number", name=op.f("uq_project_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_project_status", "project", ["status", "end_last"])
    op.create_index("ix_project_title_key", "project", ["title_key", "id"])
    op.create_table(
        "register",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("page_layout", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register")),
        sqlite_strict=True,
    )
    op.create_table(
        "status_event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("effective", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('completed', 'discontinued', 'not_funded', 'cancelled')", name=op.f("ck_status_event_outcome")
        ),
        sa.CheckConstraint("source IN ('planned', 'active', 'ended')", name=op.f("ck_status_event_source")),
        sa.CheckConstraint("target IN ('planned', 'active', 'ended')", name=op.f("ck_status_event_target")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_status_event_project_id_project"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_event")),
        sa.UniqueConstraint("project_id", "position", name=op.f("uq_status_event_project_id")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("status_event")
    op.drop_table("register")
    op.drop_index("ix_project_title_key", "project")
    op.drop_index("ix_project_status", "project")
    op.drop_table("project")
    op.drop_table("number_series")
