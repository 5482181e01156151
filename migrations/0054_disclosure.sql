-- Texts on their way to the public: what they say inside, what is not to go out, what was approved and published.

-- What a programme hides. No row: as the program brings it.
CREATE TABLE disclosure_hiding (
    programme_id TEXT NOT NULL PRIMARY KEY REFERENCES programme (id),
    names TEXT NOT NULL CONSTRAINT disclosure_hiding_names_check CHECK (names IN ('some', 'post')),
    amounts TEXT NOT NULL CONSTRAINT disclosure_hiding_amounts_check CHECK (amounts IN ('rounded', 'removed', 'as_it_is')),
    companies BIGINT NOT NULL,
    unit_levels BIGINT NOT NULL,            -- below the inspected unit that are still named
    hidden_words TEXT NOT NULL,             -- a line each
    spared_words TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE public_release (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- running within the programme
    audience TEXT NOT NULL CONSTRAINT public_release_audience_check CHECK (audience IN ('internal', 'public')),
    title TEXT NOT NULL,
    source TEXT NOT NULL CONSTRAINT public_release_source_check CHECK (source IN ('outline', 'text', 'release')),
    previous_id TEXT REFERENCES public_release (id),
    state TEXT NOT NULL CONSTRAINT public_release_state_check
        CHECK (state IN ('draft', 'submitted', 'approved', 'published', 'exempted', 'withdrawn')),
    text TEXT NOT NULL,                     -- inside, a paragraph a line; never changes
    open_words TEXT NOT NULL,               -- its own channels of contact, a line each
    last_passage BIGINT NOT NULL,
    begun_by TEXT NOT NULL,
    begun_by_name TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    submitted_by TEXT,
    submitted_by_name TEXT NOT NULL,
    submitted_at BIGINT,
    decided_by TEXT,                        -- approved or returned
    decided_by_name TEXT NOT NULL,
    decided_at BIGINT,
    exempt_ground TEXT NOT NULL,            -- '' : the whole is to be made public
    exempt_reason TEXT NOT NULL,
    opinion TEXT NOT NULL,
    public_text TEXT NOT NULL,              -- '' before it was approved; never changes afterwards
    digest TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    published_on TEXT,
    channel TEXT NOT NULL,
    link TEXT NOT NULL,
    document_number TEXT NOT NULL,
    objections_until TEXT,
    published_by TEXT NOT NULL,
    withdrawn_by TEXT,
    withdrawn_by_name TEXT NOT NULL,
    withdrawn_at BIGINT,
    withdrawal TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT public_release_programme_id_number_key UNIQUE (programme_id, number)
);
CREATE INDEX public_release_state ON public_release (state, submitted_at);

-- A passage of the text inside that does not go out as it is.
CREATE TABLE release_passage (
    release_id TEXT NOT NULL REFERENCES public_release (id),
    number BIGINT NOT NULL,
    paragraph BIGINT NOT NULL,              -- from 0
    from_char BIGINT NOT NULL,
    chars BIGINT NOT NULL,
    rule TEXT NOT NULL,
    ground TEXT NOT NULL,
    must BIGINT NOT NULL,
    replacement TEXT NOT NULL,
    decision TEXT NOT NULL CONSTRAINT release_passage_decision_check CHECK (decision IN ('proposed', 'replaced', 'kept')),
    reason TEXT NOT NULL,
    decided_by TEXT,
    decided_by_name TEXT NOT NULL,
    consented BIGINT NOT NULL,
    PRIMARY KEY (release_id, number)
);

CREATE TABLE release_objection (
    id TEXT NOT NULL PRIMARY KEY,
    release_id TEXT NOT NULL REFERENCES public_release (id),
    received_on TEXT NOT NULL,
    text TEXT NOT NULL,
    answer TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX release_objection_release ON release_objection (release_id, received_on);
