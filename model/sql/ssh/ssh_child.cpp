// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/ssh/ssh_child.h"

#include <QtGlobal>

#include <array>
#include <csignal>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cadastre {

namespace {

constexpr int endGraceMs = 500; ///< between asking it to end and ending it
constexpr qsizetype keptWords = 8192;

/// In the child: only what is safe between fork and exec. The kernel ends the child when the thread
/// that made it ends, which is when the program does.
[[noreturn]] void becomeProgram(const char* program, char* const* arguments, int errors,
                                pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(127);
    std::signal(SIGPIPE, SIG_DFL);
    const int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    syscall(SYS_close_range, 3U, ~0U, 0U);
    execv(program, arguments);
    _exit(127);
}

int eventOfEnd(pid_t process)
{
    return static_cast<int>(syscall(SYS_pidfd_open, process, 0));
}

} // namespace

SshChild::SshChild(const QByteArrayList& command)
    : m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_thread([this, command] { run(command); })
{
}

SshChild::~SshChild()
{
    stop();
    m_thread.join();
    close(m_wake);
}

void SshChild::stop()
{
    const std::uint64_t one = 1;
    (void)!write(m_wake, &one, sizeof one);
}

QByteArray SshChild::words() const
{
    const std::lock_guard lock(m_mutex);
    return m_words;
}

void SshChild::run(const QByteArrayList& command)
{
    std::vector<char*> arguments;
    for (const QByteArray& argument : command)
        arguments.push_back(const_cast<char*>(argument.constData()));
    arguments.push_back(nullptr);
    std::array<int, 2> errors{-1, -1};
    if (pipe2(errors.data(), O_CLOEXEC) != 0) {
        m_running = false;
        return;
    }
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0)
        becomeProgram(arguments.front(), arguments.data(), errors[1], parent);
    close(errors[1]);
    if (child > 0) {
        m_processId = child;
        fcntl(errors[0], F_SETFL, O_NONBLOCK);
        watch(errors[0]);
    }
    close(errors[0]);
    m_running = false;
}

/// False at the end of what it writes.
bool SshChild::takeWords(int errors)
{
    std::array<char, 1024> buffer{};
    ssize_t length = 0;
    while ((length = read(errors, buffer.data(), buffer.size())) > 0) {
        const std::lock_guard lock(m_mutex);
        m_words += QByteArrayView(buffer.data(), length);
        m_words = m_words.last(qMin(keptWords, m_words.size()));
    }
    return length != 0;
}

void SshChild::watch(int errors)
{
    const pid_t child = m_processId;
    const int end = eventOfEnd(child);
    bool asked = false;
    std::array<pollfd, 3> waiting{pollfd{errors, POLLIN, 0}, pollfd{end, POLLIN, 0},
                                  pollfd{m_wake, POLLIN, 0}};
    while (waiting[1].revents == 0 && (end >= 0 || waiting[0].fd >= 0)) {
        const int ready = poll(waiting.data(), waiting.size(), asked ? endGraceMs : -1);
        if (ready == 0)
            kill(child, SIGKILL);
        if (waiting[0].revents != 0 && !takeWords(errors))
            waiting[0].fd = -1;
        if (waiting[2].revents != 0) {
            kill(child, SIGTERM);
            asked = true;
            waiting[2].fd = -1;
        }
    }
    waitpid(child, nullptr, 0);
    takeWords(errors);
    if (end >= 0)
        close(end);
}

} // namespace cadastre
