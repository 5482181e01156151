#include "office/outside_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace office {
namespace {

constexpr rlim_t output_bytes_max = 1u << 30;

// What posix_spawn needs, freed again whatever happens.
struct Spawning {
    Spawning() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~Spawning() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    Spawning(const Spawning&) = delete;
    Spawning& operator=(const Spawning&) = delete;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

pid_t start(const OutsideProgram& what) {
    Spawning spawning;
    auto* actions = &spawning.actions;
    const std::string output = what.output.empty() ? "/dev/null" : what.output.string();
    posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
    // Neither our sockets nor our database may live on in a child.
    posix_spawn_file_actions_addclosefrom_np(actions, 3);
    posix_spawn_file_actions_addchdir_np(actions, what.folder.c_str());
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&spawning.attributes, &none);
    posix_spawnattr_setpgroup(&spawning.attributes, 0);
    posix_spawnattr_setflags(&spawning.attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    std::vector<std::string> arguments{what.program.string()};
    arguments.insert(arguments.end(), what.arguments.begin(), what.arguments.end());
    std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8",
                                         "HOME=" + what.folder.string(),
                                         "TMPDIR=" + what.folder.string()};
    pid_t pid = 0;
    const int error = posix_spawn(&pid, what.program.c_str(), actions, &spawning.attributes,
                                  pointers_to(arguments).data(), pointers_to(environment).data());
    if (error != 0)
        throw std::runtime_error("cannot start " + what.program.string() + ": " +
                                 std::strerror(error));
    return pid;
}

void limit(pid_t pid, std::chrono::seconds time) {
    const auto seconds = static_cast<rlim_t>(time.count());
    const rlimit processor{seconds, seconds + 5}, output{output_bytes_max, output_bytes_max},
        core{0, 0};
    prlimit(pid, RLIMIT_CPU, &processor, nullptr);
    prlimit(pid, RLIMIT_FSIZE, &output, nullptr);
    prlimit(pid, RLIMIT_CORE, &core, nullptr);
}

// True when the process ended before the time was over.
bool wait_for_end(pid_t pid, std::chrono::milliseconds time) {
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
    if (handle < 0) return false;
    pollfd ended{handle, POLLIN, 0};
    const auto until = std::chrono::steady_clock::now() + time;
    int found = 0;
    do {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        found = poll(&ended, 1, std::max<int>(0, static_cast<int>(left.count())));
    } while (found < 0 && errno == EINTR);
    close(handle);
    return found > 0;
}

}  // namespace

TemporaryFolder::TemporaryFolder() : TemporaryFolder(std::filesystem::temp_directory_path()) {}

TemporaryFolder::TemporaryFolder(const std::filesystem::path& parent) {
    std::filesystem::create_directories(parent);
    auto name = (parent / "zhenggai-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("cannot make a temporary directory: " +
                                 std::string(std::strerror(errno)));
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::optional<std::filesystem::path> find_program(std::string_view name) {
    for (const auto* folder : {"/usr/bin", "/usr/local/bin", "/bin"}) {
        const auto path = std::filesystem::path(folder) / name;
        if (access(path.c_str(), X_OK) == 0) return path;
    }
    return std::nullopt;
}

bool run(const OutsideProgram& what) {
    const auto pid = start(what);
    limit(pid, what.time_limit);
    const bool in_time = wait_for_end(pid, what.time_limit);
    // The group outlives its leader: soffice is a wrapper around the real program. Killed before
    // the leader is waited for, while its number cannot yet belong to anybody else.
    kill(-pid, SIGKILL);
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return in_time && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace office
