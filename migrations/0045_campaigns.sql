-- Campaigns (专项治理): a goal, a period and a lead for measures of several problems and units, worked on together and
-- concluded with a summary. Milestones are tasks. Days stand as "2024-06-30".
CREATE TABLE campaign (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- running within the programme
    name TEXT NOT NULL,
    goal TEXT NOT NULL,                     -- the end that can be checked
    unit_id TEXT NOT NULL REFERENCES unit (id),
    leader_id TEXT REFERENCES person (id),
    leader TEXT NOT NULL,                   -- '' : nobody in particular
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT campaign_state_check CHECK (state IN ('running', 'concluded', 'given_up')),
    summary TEXT NOT NULL,                  -- of what it came to, or why it was given up
    over_at BIGINT,
    over_by TEXT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (programme_id, number)
);

CREATE TABLE campaign_measure (
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    measure_id TEXT NOT NULL REFERENCES measure (id),
    reason TEXT NOT NULL,                   -- why it was not finished when the campaign was concluded
    PRIMARY KEY (campaign_id, measure_id)
);
CREATE INDEX campaign_measure_measure ON campaign_measure (measure_id);
