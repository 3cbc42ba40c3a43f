// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The child's side of the layout worker. Plain C streams: there is no application object.
#include "diagram/graphviz.h"
#include "diagram/layout_worker.h"

#include <array>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#include <unistd.h>

namespace cadastre {

namespace {

/// Jobs that arrived whole are answered one by one, each answer at once: the parent's clock counts
/// per job.
bool answer(FrameReader& reader)
{
    while (const std::optional<LayoutFrame> frame = reader.next()) {
        const std::optional<LayoutJob> job = decodeJob(frame->payload);
        if (!job)
            return false;
        const QByteArray bytes = encodeFrame({frame->sequence, encodeReply(runGraphviz(*job))});
        if (std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout) !=
            static_cast<std::size_t>(bytes.size()))
            return false;
        std::fflush(stdout);
    }
    return !reader.isBroken();
}

} // namespace

int runLayoutWorker()
{
    constexpr int notOurProtocol = 2;
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL); // a hanging layout must not outlive the program
#endif
    FrameReader reader;
    std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count <= 0)
            return 0;
        reader.append(QByteArray(buffer.data(), count));
        if (!answer(reader))
            return notOurProtocol;
    }
}

} // namespace cadastre
