// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A small layout worker for tests. The environment makes it misbehave: CADASTRE_TEST_WORKER is
// "hang", "crash" or "babble", and happens at every job of CADASTRE_TEST_WORKER_BOXES boxes.
#include "diagram/graphviz.h"
#include "diagram/layout_worker.h"

#include <QByteArray>

#include <array>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

using namespace cadastre;

namespace {

[[noreturn]] void misbehave(const QByteArray& how)
{
    if (how == "crash")
        std::abort();
    if (how == "babble") {
        std::fputs("this is not the protocol, not at all", stdout);
        std::fflush(stdout);
    }
    for (;;)
        pause();
}

int runUnreliableWorker(const QByteArray& how, std::size_t boxes)
{
    FrameReader reader;
    std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count <= 0)
            return 0;
        reader.append(QByteArray(buffer.data(), count));
        while (const auto frame = reader.next()) {
            const auto job = decodeJob(frame->payload);
            if (!job || job->sizes.size() == boxes)
                misbehave(how);
            const QByteArray bytes = encodeFrame({frame->sequence, encodeReply(runGraphviz(*job))});
            std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
            std::fflush(stdout);
        }
    }
}

} // namespace

int main()
{
    const QByteArray how = qgetenv("CADASTRE_TEST_WORKER");
    if (how.isEmpty())
        return runLayoutWorker();
    return runUnreliableWorker(how, qgetenv("CADASTRE_TEST_WORKER_BOXES").toUInt());
}
