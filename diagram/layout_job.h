// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Layout jobs: what is sent to the layout worker and what comes back, as values and as bytes. Names
// never cross; boxes are numbers. Bytes from the other side are checked before they are believed.
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QSizeF>

#include <cstdint>
#include <optional>
#include <vector>

namespace cadastre {

enum class LayoutEngine : std::uint8_t {
    Layered, ///< edges run from left to right
    Spring,  ///< what is connected comes near each other, without overlap
};

struct JobEdge
{
    int from = 0; ///< index into sizes; never equal to `to`, no pair twice
    int to = 0;
    double weight = 1;

    bool operator==(const JobEdge&) const = default;
};

struct LayoutJob
{
    LayoutEngine engine = LayoutEngine::Layered;
    std::vector<QSizeF> sizes; ///< of boxes, scene pixels
    std::vector<JobEdge> edges;

    bool operator==(const LayoutJob&) const = default;
};

struct LayoutReply
{
    bool succeeded = false;
    double milliseconds = 0;
    std::vector<QPointF> centres; ///< parallel to the job's sizes; scene pixels, y down

    bool operator==(const LayoutReply&) const = default;
};

QByteArray encodeJob(const LayoutJob& job);
QByteArray encodeReply(const LayoutReply& reply);

/// Absent when the bytes are not exactly one sound job: unknown engine, counts that do not fit, an
/// edge to nowhere, a size that is not positive and finite.
std::optional<LayoutJob> decodeJob(const QByteArray& bytes);
/// Absent when the bytes are not exactly one reply with finite places.
std::optional<LayoutReply> decodeReply(const QByteArray& bytes);

/// One message: a header of magic number with version, sequence number and length, then the
/// payload.
struct LayoutFrame
{
    std::uint32_t sequence = 0;
    QByteArray payload;

    bool operator==(const LayoutFrame&) const = default;
};

QByteArray encodeFrame(const LayoutFrame& frame);

/// Cuts a stream of bytes into frames.
class FrameReader
{
public:
    void append(const QByteArray& bytes) { m_buffer += bytes; }
    /// The next whole frame; absent while bytes are missing or when the stream is broken.
    std::optional<LayoutFrame> next();
    /// The stream holds something that no version of ours writes; nothing more can be read.
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    QByteArray m_buffer;
    qsizetype m_offset = 0;
    bool m_broken = false;
};

} // namespace cadastre
