"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "content",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_content")),
        sqlite_strict=True,
    )
    op.create_table(
        "kept_report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("on", sa.Text(), nullable=True),
        sa.Column("known", sa.Text(), nullable=True),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("acts", sa.Integer(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("projects", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"form\" IN ('pdf', 'page', 'html')", name=op.f("ck_kept_report_form")),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_kept_report_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_report")),
        sa.UniqueConstraint("number", name=op.f("uq_kept_report_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "listed_value",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_listed_value_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listed_value")),
        sqlite_strict=True,
    )
    op.create_table(
        "letterhead",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("alt_text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_letterhead_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letterhead")),
        sqlite_strict=True,
    )
    op.create_table(
        "number_series",
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("letter", "year", name=op.f("pk_number_series")),
        sqlite_strict=True,
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("business_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('municipality', 'state', 'eu', 'company', 'association', 'school', 'other')",
            name=op.f("ck_organisation_kind"),
        ),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_organisation_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sqlite_strict=True,
    )
    op.create_table(
        "column_mapping",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_column_mapping_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mapping")),
        sqlite_strict=True,
    )
    op.create_table(
        "print_preset",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_print_preset_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_preset")),
        sqlite_strict=True,
    )
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sorts", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("is_pinned", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_saved_search_state")),
        sa.CheckConstraint(
            "\"view\" IN ('all', 'planned', 'active', 'ended', 'soon', 'overdue', 'trash')",
            name=op.f("ck_saved_search_view"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sqlite_strict=True,
    )
    op.create_table(
        "site",
        sa.Column("id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sqlite_strict=True,
    )
    op.create_table(
        "table_sum",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("xor", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_table_sum")),
        sqlite_strict=True,
    )
    op.create_table(
        "template",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_template_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
        sqlite_strict=True,
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("division", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("successor", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_unit_state")),
        sa.ForeignKeyConstraint(["successor"], ["unit.id"], name=op.f("fk_unit_successor_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sqlite_strict=True,
    )
    op.create_table(
        "act",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["site"], ["site.id"], name=op.f("fk_act_site_site")),
        sa.ForeignKeyConstraint(["undoes"], ["act.id"], name=op.f("fk_act_undoes_act")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
        sa.UniqueConstraint("seq", name=op.f("uq_act_seq")),
        sqlite_strict=True,
    )
    op.create_table(
        "project",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("acronym", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("city_role", sa.Text(), nullable=True),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("target_groups", sa.Text(), nullable=False),
        sa.Column("areas", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("time_text", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("budget_whole", sa.Integer(), nullable=True),
        sa.Column("budget_city", sa.Integer(), nullable=True),
        sa.Column("budget_own", sa.Integer(), nullable=True),
        sa.Column("objectives", sa.Text(), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.Column("public_text", sa.Text(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("page_order", sa.Integer(), nullable=True),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("start_first", sa.Text(), nullable=True),
        sa.Column("end_last", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"city_role\" IN ('lead', 'implementer', 'co_implementer', 'partner', 'co_funder', 'grantee', 'member')",
            name=op.f("ck_project_city_role"),
        ),
        sa.CheckConstraint(
            "\"kind\" IN ('project', 'development', 'investment', 'study', 'pilot', 'programme', "
            "'campaign', 'network', 'service', 'other')",
            name=op.f("ck_project_kind"),
        ),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_project_state")),
        sa.CheckConstraint("\"status\" IN ('planned', 'active', 'ended')", name=op.f("ck_project_status")),
        sa.ForeignKeyConstraint(["unit"], ["unit.id"], name=op.f("fk_project_unit_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("number", name=op.f("uq_project_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_project_id"), "project", ["id", "state", "status", "end_last"])
    op.create_index(op.f("ix_project_status"), "project", ["status", "state", "end_last", "unit", "themes"])
    op.create_index(
        op.f("ix_project_title_key"),
        "project",
        [
            "title_key",
            "id",
            "state",
            "status",
            "kind",
            "unit",
            "city_role",
            "themes",
            "start",
            "end",
            "start_first",
            "end_last",
            "budget_whole",
        ],
    )
    op.create_table(
        "register",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("page_layout", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["site"], ["site.id"], name=op.f("fk_register_site_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register")),
        sqlite_strict=True,
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("alt_text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_attachment_state")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_attachment_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attachment_project_id"), "attachment", ["project_id"])
    op.create_table(
        "change",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("in_table", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("base", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["act"], ["act.id"], name=op.f("fk_change_act_act")),
        sa.ForeignKeyConstraint(["base"], ["change.id"], name=op.f("fk_change_base_change")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sa.UniqueConstraint("seq", name=op.f("uq_change_seq")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_change_act"), "change", ["act"])
    op.create_index(op.f("ix_change_row"), "change", ["row", "field", "seq"])
    op.create_table(
        "contact",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_contact_state")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_contact_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_contact_project_id"), "contact", ["project_id"])
    op.create_table(
        "deadline",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("done", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('interim_report', 'payment', 'final_report', 'steering_group', 'retention_end', 'other')",
            name=op.f("ck_deadline_kind"),
        ),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_deadline_state")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_deadline_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_deadline_project_id"), "deadline", ["project_id"])
    op.create_table(
        "decision",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("diary_number", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_decision_state")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_decision_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_decision_project_id"), "decision", ["project_id"])
    op.create_table(
        "funding",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("funder", sa.Text(), nullable=True),
        sa.Column("fund", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("objective", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=True),
        sa.Column("applied", sa.Integer(), nullable=True),
        sa.Column("granted", sa.Integer(), nullable=True),
        sa.Column("paid", sa.Integer(), nullable=True),
        sa.Column("application", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.Column("is_partial", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_funding_state")),
        sa.ForeignKeyConstraint(["authority"], ["organisation.id"], name=op.f("fk_funding_authority_organisation")),
        sa.ForeignKeyConstraint(["funder"], ["organisation.id"], name=op.f("fk_funding_funder_organisation")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_funding_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_funding_fund"), "funding", ["fund", "state", "project_id"])
    op.create_index(op.f("ix_funding_funder"), "funding", ["funder", "state", "project_id"])
    op.create_index(op.f("ix_funding_programme"), "funding", ["programme", "state", "project_id"])
    op.create_index(op.f("ix_funding_project_id"), "funding", ["project_id"])
    op.create_table(
        "link",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_link_state")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_link_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_link_project_id"), "link", ["project_id"])
    op.create_table(
        "participation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("countries", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"role\" IN ('applicant', 'lead', 'coordinator', 'implementer', 'co_implementer', 'partner', "
            "'subcontractor', 'owner', 'target')",
            name=op.f("ck_participation_role"),
        ),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_participation_state")),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_participation_organisation_organisation")
        ),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_participation_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_participation_organisation"), "participation", ["organisation", "state", "project_id"])
    op.create_index(op.f("ix_participation_project_id"), "participation", ["project_id"])
    op.create_table(
        "period",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("concerns", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('own_part', 'funding', 'phase', 'subproject', 'programme', 'parent', 'goal', 'retention')",
            name=op.f("ck_period_kind"),
        ),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_period_state")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_period_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_period_project_id"), "period", ["project_id"])
    op.create_table(
        "relation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"kind\" IN ('programme', 'parent', 'subproject', 'predecessor', 'successor', 'not_duplicate')",
            name=op.f("ck_relation_kind"),
        ),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_relation_state")),
        sa.ForeignKeyConstraint(["project"], ["project.id"], name=op.f("fk_relation_project_project")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_relation_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_relation_project_id"), "relation", ["project_id"])
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
        sa.Column("old_end", sa.Text(), nullable=True),
        sa.Column("new_end", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("row_sum", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "\"outcome\" IN ('completed', 'discontinued', 'not_funded', 'cancelled')",
            name=op.f("ck_status_event_outcome"),
        ),
        sa.CheckConstraint("\"source\" IN ('planned', 'active', 'ended')", name=op.f("ck_status_event_source")),
        sa.CheckConstraint("\"state\" IN ('live', 'trash', 'undone')", name=op.f("ck_status_event_state")),
        sa.CheckConstraint("\"target\" IN ('planned', 'active', 'ended')", name=op.f("ck_status_event_target")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_status_event_project_id_project")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_event")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_status_event_project_id"), "status_event", ["project_id"])


def downgrade() -> None:
    op.drop_table("status_event")
    op.drop_table("relation")
    op.drop_table("period")
    op.drop_table("participation")
    op.drop_table("link")
    op.drop_table("funding")
    op.drop_table("decision")
    op.drop_table("deadline")
    op.drop_table("contact")
    op.drop_table("change")
    op.drop_table("attachment")
    op.drop_table("register")
    op.drop_table("project")
    op.drop_table("act")
    op.drop_table("unit")
    op.drop_table("template")
    op.drop_table("table_sum")
    op.drop_table("site")
    op.drop_table("saved_search")
    op.drop_table("print_preset")
    op.drop_table("column_mapping")
    op.drop_table("organisation")
    op.drop_table("number_series")
    op.drop_table("letterhead")
    op.drop_table("listed_value")
    op.drop_table("kept_report")
    op.drop_table("content")
