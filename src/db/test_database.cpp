#include "db/test_database.hpp"

#include <libpq-fe.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/digest.hpp"
#include "db/migrate.hpp"

namespace db::testing {
namespace {

namespace fs = std::filesystem;

constexpr base::Instant migrated_at{1'700'000'000'000};

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::array<char, 256> block{};
    while (std::fgets(block.data(), block.size(), pipe) != nullptr) output += block.data();
    if (::pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    while (!output.empty() && output.back() == '\n') output.pop_back();
    return output;
}

// Connection string of a superuser, without a line for the database's name at its end.
const std::string& server() {
    static const std::string address = [] {
        const char* given = std::getenv("ZHENGGAI_TEST_POSTGRES");
        return given != nullptr ? std::string(given) : output_of(POSTGRES_FOR_TESTS);
    }();
    return address;
}

// A later dbname wins over an earlier one.
std::string address_of(const std::string& database) {
    return server() + " dbname=" + database;
}

void run_on_postgres(const std::string& address, const std::string& script) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(address.c_str()),
                                                                  PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(connection.get(), script.c_str()), PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(script + ": " + PQerrorMessage(connection.get()));
}

void run_on_sqlite(const std::string& path, const std::string& script) {
    sqlite3* opened = nullptr;
    sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> connection(opened,
                                                                           sqlite3_close_v2);
    sqlite3_busy_timeout(opened, 5'000);
    if (sqlite3_exec(opened, script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(script + ": " + sqlite3_errmsg(opened));
}

void migrate_or_throw(Database& database) {
    const auto done = migrate(database, embedded_migrations(database.engine()), migrated_at);
    if (!done) throw std::runtime_error("migrations refused: " + done.error().code);
}

std::string fresh_name() {
    static std::atomic<int> count{0};
    return "zhenggai_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

// Made once for each state of migrations/, whichever test program comes first; kept for the next
// run.
const std::string& postgres_template() {
    static const std::string name = [] {
        std::string checksums;
        for (const auto& migration : embedded_migrations(Engine::postgres))
            checksums += migration.name + migration.checksum;
        const auto finished =
            "zhenggai_template_" + base::digest(base::Algorithm::sha256, checksums).substr(0, 16);
        const auto admin = open_postgres({.connection = server(), .connections = 1});
        const bool exists = admin->read([&](Transaction& transaction) {
            return transaction
                .first("SELECT 1 FROM pg_database WHERE datname = $1", {finished},
                       [](const Row& row) { return row.integer(0); })
                .has_value();
        });
        if (exists) return finished;
        const auto growing = fresh_name() + "_template";
        run_on_postgres(server(), "CREATE DATABASE " + growing + " TEMPLATE template0");
        migrate_or_throw(*open(Engine::postgres, address_of(growing)));
        try {
            run_on_postgres(server(), "ALTER DATABASE " + growing + " RENAME TO " + finished);
        } catch (const std::runtime_error&) {  // Another program was first.
            run_on_postgres(server(), "DROP DATABASE " + growing);
        }
        return finished;
    }();
    return name;
}

// In memory where there is room: nothing in a test database has to survive the machine.
fs::path parent_folder() {
    constexpr std::uintmax_t bytes_needed = 1u << 30;
    std::error_code none;
    const auto space = fs::space("/dev/shm", none);
    return !none && space.available >= bytes_needed ? "/dev/shm" : fs::temp_directory_path();
}

// One folder for a test program, gone with it.
class Folder {
  public:
    Folder() : path_(parent_folder() / fresh_name()) { fs::create_directories(path_); }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

const fs::path& folder() {
    static const Folder one;
    return one.path();
}

const std::string& sqlite_template() {
    static const std::string path = [] {
        auto file = (folder() / "template.db").string();
        migrate_or_throw(*open(Engine::sqlite, file));  // closing it empties the write-ahead log
        return file;
    }();
    return path;
}

}  // namespace

std::string name_of(Engine engine) {
    return engine == Engine::sqlite ? "Sqlite" : "Postgres";
}

std::string engine_of_test(const ::testing::TestParamInfo<Engine>& test) {
    return name_of(test.param);
}

std::unique_ptr<Database> open(Engine engine, const std::string& address,
                               const base::Sealer* sealer) {
    if (engine == Engine::sqlite) return open_sqlite({.path = address, .sealer = sealer});
    return open_postgres({.connection = address, .connections = 4, .sealer = sealer});
}

TestDatabase::TestDatabase(Engine engine, Schema schema) : engine_(engine), name_(fresh_name()) {
    const bool migrated = schema == Schema::migrated;
    if (engine == Engine::sqlite) {
        address_ = (folder() / (name_ + ".db")).string();
        if (migrated) fs::copy_file(sqlite_template(), address_);
    } else {
        address_ = address_of(name_);
        run_on_postgres(server(), "CREATE DATABASE " + name_ + " TEMPLATE " +
                                      (migrated ? postgres_template() : "template0"));
    }
    database_ = open(engine, address_);
}

TestDatabase::~TestDatabase() {
    database_.reset();
    try {
        if (engine_ == Engine::postgres)
            run_on_postgres(server(), "DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
        else
            for (const auto* suffix : {"", "-wal", "-shm"}) fs::remove(address_ + suffix);
    } catch (const std::exception& problem) {
        ADD_FAILURE() << problem.what();
    }
}

void TestDatabase::reopen() {
    database_.reset();
    database_ = open(engine_, address_, sealer_);
}

void TestDatabase::reopen_with(const base::Sealer& sealer) {
    sealer_ = &sealer;
    reopen();
}

void TestDatabase::run_raw(const std::string& script) const {
    if (engine_ == Engine::postgres)
        run_on_postgres(address_, script);
    else
        run_on_sqlite(address_, script);
}

}  // namespace db::testing
