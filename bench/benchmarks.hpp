// Every benchmark, in the order in which they are run.
#pragma once

#include "bench.hpp"

namespace bench {

void parse_text(Setting& setting);
void parse_docx(Setting& setting);
void import_roundtrip(Setting& setting);
void similar(Setting& setting);
void copies(Setting& setting);
void postgres_copies(Setting& setting);
void compare_dates(Setting& setting);
void propose_agenda(Setting& setting);
void write_documents(Setting& setting);
void proofread_text(Setting& setting);
void write_narratives(Setting& setting);
void fill_templates(Setting& setting);
void calendar_feed(Setting& setting);
void talk_matrix(Setting& setting);
void dossier_volume(Setting& setting);
void bulk(Setting& setting);
void postgres_bulk(Setting& setting);
void disk(Setting& setting);
void sqlite_finds(Setting& setting);
void sqlite_journal(Setting& setting);
void sqlite_saves(Setting& setting);
void postgres_journal(Setting& setting);
void postgres_saves(Setting& setting);
void evidence_upload(Setting& setting);
void sealed_texts(Setting& setting);
void ledger_page_vs_raw(Setting& setting);
void ledger(Setting& setting);
void postgres_ledger(Setting& setting);

}  // namespace bench
