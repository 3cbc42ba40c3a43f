// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Builds the sample database: runs the given scripts in order over one connection and renames the
// finished file into place. A tool of the build; the program itself only opens the result.
//
//     make_sample OUTPUT SCRIPT...
#include <sqlite3.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

bool runScript(sqlite3* database, const char* path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string sql{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file || sql.empty()) {
        std::fprintf(stderr, "%s cannot be read\n", path);
        return false;
    }
    char* message = nullptr;
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK)
        return true;
    std::fprintf(stderr, "%s: %s\n", path, message);
    sqlite3_free(message);
    return false;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: make_sample OUTPUT SCRIPT...\n");
        return 2;
    }
    const std::string output = argv[1];
    const std::string unfinished = output + ".new";
    std::filesystem::remove(unfinished);
    sqlite3* database = nullptr;
    bool done = sqlite3_open(unfinished.c_str(), &database) == SQLITE_OK;
    for (int i = 2; done && i < argc; ++i)
        done = runScript(database, argv[i]);
    done = sqlite3_close(database) == SQLITE_OK && done;
    if (!done)
        return 1;
    std::filesystem::rename(unfinished, output);
    return 0;
}
