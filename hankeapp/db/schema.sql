CREATE INDEX ix_attachment_project_id ON attachment (project_id);
CREATE INDEX ix_change_act ON change (act);
CREATE INDEX ix_change_row ON change ("row", field, seq);
CREATE INDEX ix_contact_project_id ON contact (project_id);
CREATE INDEX ix_deadline_project_id ON deadline (project_id);
CREATE INDEX ix_decision_project_id ON decision (project_id);
CREATE INDEX ix_funding_fund ON funding (fund, state, project_id);
CREATE INDEX ix_funding_funder ON funding (funder, state, project_id);
CREATE INDEX ix_funding_programme ON funding (programme, state, project_id);
CREATE INDEX ix_funding_project_id ON funding (project_id);
CREATE INDEX ix_link_project_id ON link (project_id);
CREATE INDEX ix_participation_organisation ON participation (organisation, state, project_id);
CREATE INDEX ix_participation_project_id ON participation (project_id);
CREATE INDEX ix_period_project_id ON period (project_id);
CREATE INDEX ix_project_id ON project (id, state, status, end_last);
CREATE INDEX ix_project_status ON project (status, state, end_last, unit, themes);
CREATE INDEX ix_project_title_key ON project (title_key, id, state, status, kind, unit, city_role, themes, start, "end", start_first, end_last, budget_whole);
CREATE INDEX ix_relation_project_id ON relation (project_id);
CREATE INDEX ix_status_event_project_id ON status_event (project_id);
CREATE TABLE act (
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	site TEXT NOT NULL, 
	stamp TEXT NOT NULL, 
	undoes TEXT, 
	CONSTRAINT pk_act PRIMARY KEY (id), 
	CONSTRAINT fk_act_site_site FOREIGN KEY(site) REFERENCES site (id), 
	CONSTRAINT fk_act_undoes_act FOREIGN KEY(undoes) REFERENCES act (id), 
	CONSTRAINT uq_act_seq UNIQUE (seq)
)
 STRICT

;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE attachment (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER, 
	caption TEXT NOT NULL, 
	alt_text TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT ck_attachment_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_attachment_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE change (
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	in_table TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	field TEXT NOT NULL, 
	old TEXT, 
	new TEXT, 
	base TEXT, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT fk_change_act_act FOREIGN KEY(act) REFERENCES act (id), 
	CONSTRAINT fk_change_base_change FOREIGN KEY(base) REFERENCES change (id), 
	CONSTRAINT uq_change_seq UNIQUE (seq)
)
 STRICT

;
CREATE TABLE column_mapping (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	heads TEXT NOT NULL, 
	content TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_column_mapping PRIMARY KEY (id), 
	CONSTRAINT ck_column_mapping_state CHECK ("state" IN ('live', 'trash', 'undone'))
)
 STRICT

;
CREATE TABLE contact (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT NOT NULL, 
	duty TEXT NOT NULL, 
	email TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT ck_contact_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_contact_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE content (
	sha256 TEXT NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_content PRIMARY KEY (sha256)
)
 STRICT

;
CREATE TABLE deadline (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	due TEXT NOT NULL, 
	done TEXT, 
	note TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_deadline PRIMARY KEY (id), 
	CONSTRAINT ck_deadline_kind CHECK ("kind" IN ('interim_report', 'payment', 'final_report', 'steering_group', 'retention_end', 'other')), 
	CONSTRAINT ck_deadline_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_deadline_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE decision (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	diary_number TEXT NOT NULL, 
	body TEXT NOT NULL, 
	day TEXT, 
	section TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT ck_decision_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_decision_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE funding (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	funder TEXT, 
	fund TEXT NOT NULL, 
	authority TEXT, 
	programme TEXT NOT NULL, 
	priority TEXT NOT NULL, 
	objective TEXT NOT NULL, 
	instrument TEXT NOT NULL, 
	rate INTEGER, 
	applied INTEGER, 
	granted INTEGER, 
	paid INTEGER, 
	application TEXT NOT NULL, 
	code TEXT NOT NULL, 
	decided TEXT, 
	is_partial INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_funding PRIMARY KEY (id), 
	CONSTRAINT ck_funding_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_funding_authority_organisation FOREIGN KEY(authority) REFERENCES organisation (id), 
	CONSTRAINT fk_funding_funder_organisation FOREIGN KEY(funder) REFERENCES organisation (id), 
	CONSTRAINT fk_funding_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE kept_report (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	name TEXT NOT NULL, 
	note TEXT NOT NULL, 
	form TEXT NOT NULL, 
	day TEXT NOT NULL, 
	"on" TEXT, 
	known TEXT, 
	made TEXT NOT NULL, 
	maker TEXT NOT NULL, 
	acts INTEGER NOT NULL, 
	wish TEXT NOT NULL, 
	projects TEXT NOT NULL, 
	pages INTEGER, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_kept_report PRIMARY KEY (id), 
	CONSTRAINT ck_kept_report_form CHECK ("form" IN ('pdf', 'page', 'html')), 
	CONSTRAINT ck_kept_report_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT uq_kept_report_number UNIQUE (number)
)
 STRICT

;
CREATE TABLE letterhead (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	alt_text TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_letterhead PRIMARY KEY (id), 
	CONSTRAINT ck_letterhead_state CHECK ("state" IN ('live', 'trash', 'undone'))
)
 STRICT

;
CREATE TABLE link (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	address TEXT NOT NULL, 
	caption TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_link PRIMARY KEY (id), 
	CONSTRAINT ck_link_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_link_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE listed_value (
	id TEXT NOT NULL, 
	list TEXT NOT NULL, 
	code TEXT NOT NULL, 
	label TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_listed_value PRIMARY KEY (id), 
	CONSTRAINT ck_listed_value_state CHECK ("state" IN ('live', 'trash', 'undone'))
)
 STRICT

;
CREATE TABLE number_series (
	letter TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_number_series PRIMARY KEY (letter, year)
)
 STRICT

;
CREATE TABLE organisation (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	business_id TEXT NOT NULL, 
	kind TEXT, 
	country TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_organisation PRIMARY KEY (id), 
	CONSTRAINT ck_organisation_kind CHECK ("kind" IN ('municipality', 'state', 'eu', 'company', 'association', 'school', 'other')), 
	CONSTRAINT ck_organisation_state CHECK ("state" IN ('live', 'trash', 'undone'))
)
 STRICT

;
CREATE TABLE participation (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	organisation TEXT, 
	count INTEGER, 
	countries TEXT NOT NULL, 
	words TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (id), 
	CONSTRAINT ck_participation_role CHECK ("role" IN ('applicant', 'lead', 'coordinator', 'implementer', 'co_implementer', 'partner', 'subcontractor', 'owner', 'target')), 
	CONSTRAINT ck_participation_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_participation_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id), 
	CONSTRAINT fk_participation_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE period (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	words TEXT NOT NULL, 
	concerns TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_period PRIMARY KEY (id), 
	CONSTRAINT ck_period_kind CHECK ("kind" IN ('own_part', 'funding', 'phase', 'subproject', 'programme', 'parent', 'goal', 'retention')), 
	CONSTRAINT ck_period_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_period_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE print_preset (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	content TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_print_preset PRIMARY KEY (id), 
	CONSTRAINT ck_print_preset_state CHECK ("state" IN ('live', 'trash', 'undone'))
)
 STRICT

;
CREATE TABLE project (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	name TEXT NOT NULL, 
	acronym TEXT NOT NULL, 
	kind TEXT, 
	unit TEXT, 
	city_role TEXT, 
	themes TEXT NOT NULL, 
	target_groups TEXT NOT NULL, 
	areas TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	time_text TEXT NOT NULL, 
	status TEXT NOT NULL, 
	budget_whole INTEGER, 
	budget_city INTEGER, 
	budget_own INTEGER, 
	objectives TEXT NOT NULL, 
	actions TEXT NOT NULL, 
	public_text TEXT NOT NULL, 
	results TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	page_order INTEGER, 
	title_key TEXT NOT NULL, 
	start_first TEXT, 
	end_last TEXT, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_project PRIMARY KEY (id), 
	CONSTRAINT ck_project_city_role CHECK ("city_role" IN ('lead', 'implementer', 'co_implementer', 'partner', 'co_funder', 'grantee', 'member')), 
	CONSTRAINT ck_project_kind CHECK ("kind" IN ('project', 'development', 'investment', 'study', 'pilot', 'programme', 'campaign', 'network', 'service', 'other')), 
	CONSTRAINT ck_project_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT ck_project_status CHECK ("status" IN ('planned', 'active', 'ended')), 
	CONSTRAINT fk_project_unit_unit FOREIGN KEY(unit) REFERENCES unit (id), 
	CONSTRAINT uq_project_number UNIQUE (number)
)
 STRICT

;
CREATE TABLE register (
	id TEXT NOT NULL, 
	created TEXT NOT NULL, 
	site TEXT NOT NULL, 
	page_layout TEXT, 
	CONSTRAINT pk_register PRIMARY KEY (id), 
	CONSTRAINT fk_register_site_site FOREIGN KEY(site) REFERENCES site (id)
)
 STRICT

;
CREATE TABLE relation (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	project TEXT, 
	name TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_relation PRIMARY KEY (id), 
	CONSTRAINT ck_relation_kind CHECK ("kind" IN ('programme', 'parent', 'subproject', 'predecessor', 'successor', 'not_duplicate')), 
	CONSTRAINT ck_relation_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_relation_project_project FOREIGN KEY(project) REFERENCES project (id), 
	CONSTRAINT fk_relation_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE saved_search (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	"view" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	sorts TEXT NOT NULL, 
	"group" TEXT NOT NULL, 
	position INTEGER, 
	is_pinned INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_saved_search PRIMARY KEY (id), 
	CONSTRAINT ck_saved_search_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT ck_saved_search_view CHECK ("view" IN ('all', 'planned', 'active', 'ended', 'soon', 'overdue', 'trash'))
)
 STRICT

;
CREATE TABLE site (
	id TEXT NOT NULL, 
	CONSTRAINT pk_site PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE status_event (
	id TEXT NOT NULL, 
	project_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	target TEXT NOT NULL, 
	effective TEXT, 
	outcome TEXT, 
	note TEXT NOT NULL, 
	old_end TEXT, 
	new_end TEXT, 
	actor TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_status_event PRIMARY KEY (id), 
	CONSTRAINT ck_status_event_outcome CHECK ("outcome" IN ('completed', 'discontinued', 'not_funded', 'cancelled')), 
	CONSTRAINT ck_status_event_source CHECK ("source" IN ('planned', 'active', 'ended')), 
	CONSTRAINT ck_status_event_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT ck_status_event_target CHECK ("target" IN ('planned', 'active', 'ended')), 
	CONSTRAINT fk_status_event_project_id_project FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT

;
CREATE TABLE table_sum (
	name TEXT NOT NULL, 
	rows INTEGER NOT NULL, 
	xor INTEGER NOT NULL, 
	CONSTRAINT pk_table_sum PRIMARY KEY (name)
)
 STRICT

;
CREATE TABLE template (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	content TEXT NOT NULL, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_template PRIMARY KEY (id), 
	CONSTRAINT ck_template_state CHECK ("state" IN ('live', 'trash', 'undone'))
)
 STRICT

;
CREATE TABLE unit (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	division TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	successor TEXT, 
	state TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	row_sum INTEGER NOT NULL, 
	CONSTRAINT pk_unit PRIMARY KEY (id), 
	CONSTRAINT ck_unit_state CHECK ("state" IN ('live', 'trash', 'undone')), 
	CONSTRAINT fk_unit_successor_unit FOREIGN KEY(successor) REFERENCES unit (id)
)
 STRICT

;
