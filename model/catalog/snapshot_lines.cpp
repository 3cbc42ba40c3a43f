// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walks over the lines of a snapshot; see the header.
#include "model/catalog/snapshot_lines.h"

#include <QIODevice>

namespace cadastre::snapshot {

void SnapshotLines::fail(const QString& what)
{
    failWith({QStringLiteral("%1 cannot be read: %2 in line %3.").arg(m_fileName, what).arg(m_line),
              {}});
}

void SnapshotLines::failWith(const Error& error)
{
    if (!m_error)
        m_error = error;
}

QByteArray SnapshotLines::nextLine()
{
    ++m_line;
    return m_device.readLine().trimmed();
}

void SnapshotLines::forEach(const std::function<void(Section, const QByteArray&)>& handle)
{
    m_device.seek(0);
    m_line = 0;
    Section section = Section::Header;
    while (!m_error && section != Section::End && !m_device.atEnd()) {
        QByteArray line = nextLine();
        const bool hasComma = line.endsWith(',');
        if (section == Section::Header) {
            handle(section, hasComma ? QByteArray(line.chopped(1) + '}') : line);
            section = expect(Section::Objects, "\"objects\":[");
        } else if (line.startsWith(']')) {
            section = endOfList(section, line);
        } else {
            handle(section, hasComma ? line.chopped(1) : line);
        }
    }
    if (section != Section::End)
        failWith(
            {QStringLiteral("%1 is truncated: it ends after line %2.").arg(m_fileName).arg(m_line),
             {}});
}

Section SnapshotLines::endOfList(Section section, const QByteArray& line)
{
    if (section == Section::Objects && line == "],")
        return expect(Section::Grants, "\"grants\":[");
    if (section == Section::Grants && line == "],")
        return expect(Section::Dependencies, "\"dependencies\":[");
    if (section == Section::Dependencies && line == "]}")
        return Section::End;
    fail(QStringLiteral("an unexpected end of a list"));
    return section;
}

Section SnapshotLines::expect(Section next, const QByteArray& opening)
{
    if (!m_error && !m_device.atEnd() && nextLine() != opening)
        fail(QStringLiteral("%1 is missing").arg(QString::fromLatin1(opening)));
    return next;
}

} // namespace cadastre::snapshot
