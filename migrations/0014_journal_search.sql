-- What the page of the journal searches by. Entries stay append only: an index changes nothing of them.
CREATE INDEX journal_entry_time_index ON journal_entry (happened_at, chain, sequence);
CREATE INDEX journal_entry_actor_index ON journal_entry (actor_id, happened_at, chain, sequence);
CREATE INDEX journal_entry_act_index ON journal_entry (act, happened_at, chain, sequence);
CREATE INDEX journal_entry_chain_index ON journal_entry (chain, happened_at, sequence);
