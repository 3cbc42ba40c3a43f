// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_job.h"

#include <QDataStream>
#include <QIODevice>

#include <cmath>

namespace cadastre {

namespace {

constexpr std::uint32_t magicWithVersion = 0x43444C01; // "CDL", version 1
constexpr qsizetype headerLength = 12;
constexpr std::uint32_t longestPayload = 64U << 20U;
constexpr std::uint32_t mostBoxes = 200'000;
constexpr double largestSize = 1e6;

void useFixedFormat(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

bool isSize(double value)
{
    return std::isfinite(value) && value > 0 && value <= largestSize;
}

bool isWhole(const QDataStream& stream)
{
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

} // namespace

QByteArray encodeJob(const LayoutJob& job)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    useFixedFormat(stream);
    stream << static_cast<quint8>(job.engine) << static_cast<quint32>(job.sizes.size())
           << static_cast<quint32>(job.edges.size());
    for (const QSizeF& size : job.sizes)
        stream << size.width() << size.height();
    for (const JobEdge& edge : job.edges)
        stream << static_cast<qint32>(edge.from) << static_cast<qint32>(edge.to) << edge.weight;
    return bytes;
}

std::optional<LayoutJob> decodeJob(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    useFixedFormat(stream);
    quint8 engine = 0;
    quint32 boxes = 0;
    quint32 edges = 0;
    stream >> engine >> boxes >> edges;
    const quint64 expected = 9 + quint64(boxes) * 16 + quint64(edges) * 16;
    if (stream.status() != QDataStream::Ok || boxes > mostBoxes ||
        engine > static_cast<quint8>(LayoutEngine::Spring) ||
        static_cast<quint64>(bytes.size()) != expected)
        return std::nullopt;
    LayoutJob job{static_cast<LayoutEngine>(engine), {}, {}};
    for (quint32 i = 0; i < boxes; ++i) {
        double width = 0;
        double height = 0;
        stream >> width >> height;
        if (!isSize(width) || !isSize(height))
            return std::nullopt;
        job.sizes.emplace_back(width, height);
    }
    for (quint32 i = 0; i < edges; ++i) {
        qint32 from = 0;
        qint32 to = 0;
        double weight = 0;
        stream >> from >> to >> weight;
        const auto isBox = [&](qint32 box) {
            return box >= 0 && static_cast<quint32>(box) < boxes;
        };
        if (!isBox(from) || !isBox(to) || from == to || !isSize(weight))
            return std::nullopt;
        job.edges.push_back({from, to, weight});
    }
    return isWhole(stream) ? std::optional(std::move(job)) : std::nullopt;
}

QByteArray encodeReply(const LayoutReply& reply)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    useFixedFormat(stream);
    stream << static_cast<quint8>(reply.succeeded) << reply.milliseconds
           << static_cast<quint32>(reply.centres.size());
    for (const QPointF& centre : reply.centres)
        stream << centre.x() << centre.y();
    return bytes;
}

std::optional<LayoutReply> decodeReply(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    useFixedFormat(stream);
    quint8 succeeded = 0;
    quint32 count = 0;
    LayoutReply reply;
    stream >> succeeded >> reply.milliseconds >> count;
    if (stream.status() != QDataStream::Ok || succeeded > 1 || count > mostBoxes ||
        !std::isfinite(reply.milliseconds) ||
        static_cast<quint64>(bytes.size()) != 13 + quint64(count) * 16)
        return std::nullopt;
    reply.succeeded = succeeded == 1;
    for (quint32 i = 0; i < count; ++i) {
        double x = 0;
        double y = 0;
        stream >> x >> y;
        if (!std::isfinite(x) || !std::isfinite(y))
            return std::nullopt;
        reply.centres.emplace_back(x, y);
    }
    return isWhole(stream) ? std::optional(std::move(reply)) : std::nullopt;
}

QByteArray encodeFrame(const LayoutFrame& frame)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    useFixedFormat(stream);
    stream << quint32(magicWithVersion) << quint32(frame.sequence)
           << static_cast<quint32>(frame.payload.size());
    return bytes + frame.payload;
}

std::optional<LayoutFrame> FrameReader::next()
{
    if (m_broken || m_buffer.size() - m_offset < headerLength)
        return std::nullopt;
    QDataStream stream(QByteArray::fromRawData(m_buffer.constData() + m_offset, headerLength));
    useFixedFormat(stream);
    quint32 magic = 0;
    quint32 sequence = 0;
    quint32 length = 0;
    stream >> magic >> sequence >> length;
    if (magic != magicWithVersion || length > longestPayload) {
        m_broken = true;
        return std::nullopt;
    }
    if (m_buffer.size() - m_offset - headerLength < static_cast<qsizetype>(length))
        return std::nullopt;
    LayoutFrame frame{sequence,
                      m_buffer.mid(m_offset + headerLength, static_cast<qsizetype>(length))};
    m_offset += headerLength + static_cast<qsizetype>(length);
    if (m_offset == m_buffer.size()) {
        m_buffer.clear();
        m_offset = 0;
    }
    return frame;
}

} // namespace cadastre
