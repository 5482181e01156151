#include "office/docx_runs.hpp"

#include "base/utf8.hpp"
#include "office/package.hpp"
#include "office/paper_styles.hpp"

namespace office {
namespace {

constexpr const char* revision_author = "校对";

bool is_hidden(const pugi::xml_node& run) {
    const auto hidden = run.child("w:rPr").child("w:vanish");
    return hidden && means_on(hidden.attribute("w:val").value());
}

class Reader {
  public:
    explicit Reader(std::string prefix) { runs_.text = std::move(prefix); }

    void read(const pugi::xml_node& parent) {
        for (const auto& child : parent.children()) {
            const std::string_view name = child.name();
            if (name == "w:r")
                read_run(child);
            else if (name == "w:hyperlink" || name == "w:ins" || name == "w:moveTo" ||
                     name == "w:smartTag" || name == "w:fldSimple" || name == "w:sdt" ||
                     name == "w:sdtContent" || name == "w:customXml")
                read(child);
        }
    }
    DocxRuns take() { return std::move(runs_); }

  private:
    void read_run(const pugi::xml_node& run) {
        if (is_hidden(run)) return;
        for (const auto& child : run.children()) {
            const std::string_view name = child.name();
            if (name == "w:t")
                add(child.text().get(), child, run);
            else if (name == "w:tab" || name == "w:ptab")
                add("\t", {}, run);
            else if (name == "w:br" || name == "w:cr")
                add("\n", {}, run);
            else if (name == "w:noBreakHyphen")
                add("-", {}, run);
            else if (name == "w:pict" || name == "w:drawing" || name == "mc:AlternateContent" ||
                     name == "w:object")
                add_boxes(child);
        }
    }
    void add(std::string_view words, const pugi::xml_node& text, const pugi::xml_node& run) {
        if (!base::is_utf8(words)) return;
        const auto begin = runs_.text.size();
        runs_.text += words;
        runs_.pieces.push_back({begin, runs_.text.size(), text, run});
    }
    void add_boxes(const pugi::xml_node& node) {
        for (const auto& child : node.children()) {
            const std::string_view name = child.name();
            if (name == "mc:Fallback") continue;
            if (name == "w:txbxContent")
                runs_.boxes.push_back(child);
            else
                add_boxes(child);
        }
    }

    DocxRuns runs_;
};

void write_text(pugi::xml_node node, std::string_view words) {
    node.text().set(std::string(words).c_str());
    const char* const space = "xml:space";
    auto attribute = node.attribute(space);
    if (!attribute) attribute = node.append_attribute(space);
    attribute.set_value("preserve");
}

/// A run like `like` with no words yet.
pugi::xml_node add_run_behind(pugi::xml_node behind, const pugi::xml_node& like) {
    auto run = behind.parent().insert_child_after("w:r", behind);
    if (const auto look = like.child("w:rPr")) run.append_copy(look);
    return run;
}
/// w:ins or w:del behind a node, with who did it and when.
pugi::xml_node add_revision(pugi::xml_node behind, const char* name, DocxRevision& revision) {
    auto node = behind.parent().insert_child_after(name, behind);
    set(node, "w:id", ++revision.last_id);
    set(node, "w:author", revision_author);
    set(node, "w:date", base::to_text(revision.now).substr(0, 19) + "Z");
    return node;
}
void add_words(pugi::xml_node revision, const pugi::xml_node& like, const char* name,
               std::string_view words) {
    auto run = revision.append_child("w:r");
    if (const auto look = like.child("w:rPr")) run.append_copy(look);
    write_text(run.append_child(name), words);
}

/// What stands behind `text` in its run goes into a run of its own.
void part_behind(const DocxPiece& piece, std::string_view rest) {
    auto run = piece.run;
    if (rest.empty() && !piece.text.next_sibling()) return;
    auto behind = add_run_behind(run, run);
    if (!rest.empty()) write_text(behind.append_child("w:t"), rest);
    for (auto next = piece.text.next_sibling(); next;) {
        const auto moved = next;
        next = next.next_sibling();
        behind.append_move(moved);
    }
}

}  // namespace

DocxRuns runs_of(const pugi::xml_node& paragraph, std::string prefix) {
    Reader reader(std::move(prefix));
    reader.read(paragraph);
    return reader.take();
}

void change_piece(DocxPiece& piece, std::size_t begin, std::size_t end, const std::string& words,
                  DocxRevision& revision) {
    const std::string stands = piece.text.text().get();
    const auto from = begin - piece.begin, to = end - piece.begin;
    const auto front = stands.substr(0, from), gone = stands.substr(from, to - from),
               rest = stands.substr(to);
    const std::string_view parent = piece.run.parent().name();
    // What somebody inserted as a revision is one already.
    if (revision.marks == Marks::plain || parent == "w:ins" || parent == "w:moveTo") {
        write_text(piece.text, front + words + rest);
        piece.end = piece.begin + front.size() + words.size() + rest.size();
        return;
    }
    part_behind(piece, rest);
    write_text(piece.text, front);
    piece.end = begin;
    auto removed = add_revision(piece.run, "w:del", revision);
    add_words(removed, piece.run, "w:delText", gone);
    if (words.empty()) return;
    add_words(add_revision(removed, "w:ins", revision), piece.run, "w:t", words);
}

}  // namespace office
