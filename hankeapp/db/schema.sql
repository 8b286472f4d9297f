CREATE INDEX ix_project_status ON project (status, end_last);
CREATE INDEX ix_project_title_key ON project (title_key, id);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE number_series (
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_number_series PRIMARY KEY (year)
)
 STRICT

;
CREATE TABLE project (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	name TEXT NOT NULL, 
	acronym TEXT NOT NULL, 
	kind TEXT, 
	start TEXT, 
	"end" TEXT, 
	time_text TEXT NOT NULL, 
	status TEXT NOT NULL, 
	public_text TEXT NOT NULL, 
	results TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	page_order INTEGER, 
	title_key TEXT NOT NULL, 
	start_first TEXT, 
	end_last TEXT, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_project PRIMARY KEY (id), 
	CONSTRAINT ck_project_kind CHECK (kind IN ('project', 'development', 'investment', 'study', 'pilot', 'programme', 'campaign', 'network', 'service', 'other')), 
	CONSTRAINT ck_project_status CHECK (status IN ('planned', 'active', 'ended')), 
	CONSTRAINT uq_project_number UNIQUE (number)
)
 STRICT

;
CREATE TABLE register (
	id TEXT NOT NULL, 
	created TEXT NOT NULL, 
	page_layout TEXT, 
	CONSTRAINT pk_register PRIMARY KEY (id)
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
	actor TEXT NOT NULL, 
	recorded TEXT NOT NULL, 
	CONSTRAINT pk_status_event PRIMARY KEY (id), 
	CONSTRAINT ck_status_event_outcome CHECK (outcome IN ('completed', 'discontinued', 'not_funded', 'cancelled')), 
	CONSTRAINT ck_status_event_source CHECK (source IN ('planned', 'active', 'ended')), 
	CONSTRAINT ck_status_event_target CHECK (target IN ('planned', 'active', 'ended')), 
	CONSTRAINT fk_status_event_project_id_project FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT uq_status_event_project_id UNIQUE (project_id, position)
)
 STRICT

;
