// The program. Everything is in the library zhenggai_app, so that tests can link it.
#include "app/commands.hpp"

int main(int argc, char** argv) {
    return app::run_command_line(argc, argv);
}
