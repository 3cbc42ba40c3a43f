// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The pieces of a sidecar and how single ones change; see the header.
#include "model/notes/sidecar/sidecar_file.h"

#include "model/notes/comment_targets.h"

#include <iterator>

namespace cadastre {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

/// Behind the first line end of the text; 0 where it has none.
qsizetype behindFirstLine(const QString& text)
{
    const qsizetype lineFeed = text.indexOf(QLatin1Char('\n'));
    return lineFeed + 1;
}

Error inFile(const QString& path, const Error& error)
{
    return {QStringLiteral("%1: %2").arg(path, error.message), error.detail};
}

} // namespace

Result<SidecarFile> SidecarFile::parse(const QString& path, const QByteArray& bytes,
                                       const Catalog& catalog, SourceId source)
{
    const Result<QString> text = commentFileText(bytes);
    if (!text)
        return inFile(path, text.error());
    SidecarFile file;
    file.m_hasByteOrderMark = bytes.startsWith(byteOrderMark);
    if (text->contains(QLatin1String("\r\n")))
        file.m_lineEnd = QStringLiteral("\r\n");
    const Result<Nothing> taken = file.take(path, *text, catalog, source);
    if (!taken)
        return taken.error();
    return file;
}

Result<Nothing> SidecarFile::take(const QString& path, const QString& text, const Catalog& catalog,
                                  SourceId source)
{
    const Result<std::vector<PlacedComment>> parts = parseCommentParts(text);
    if (!parts)
        return inFile(path, parts.error());
    const CommentTargets targets(catalog, source);
    qsizetype end = 0;
    for (const PlacedComment& part : *parts) {
        const CommentStatement& statement = part.statement;
        m_pieces.push_back(text.sliced(end, part.begin - end));
        m_pieces.push_back(text.sliced(part.begin, part.end - part.begin));
        end = part.end;
        const Result<ObjectRef> object = targets.find(statement.target);
        if (!object) {
            m_problems << QStringLiteral("%1, line %2: %3")
                              .arg(path)
                              .arg(statement.line)
                              .arg(object.error().message);
            continue;
        }
        const ObjectKey key = catalog.keyOf(*object);
        if (!m_comments.try_emplace(key, statement.text).second)
            return Error{QStringLiteral("%1: Line %2, column %3: there is a comment for %4 "
                                        "already, under another form of its name.")
                             .arg(path)
                             .arg(statement.line)
                             .arg(statement.column)
                             .arg(catalog.displayName(*object)),
                         {}};
        m_places.insert_or_assign(key, std::prev(m_pieces.end()));
    }
    m_pieces.push_back(text.sliced(end));
    return ok();
}

std::optional<QString> SidecarFile::comment(const ObjectKey& key) const
{
    const auto found = m_comments.find(key);
    return found == m_comments.end() ? std::nullopt : std::optional(found->second);
}

Result<Nothing> SidecarFile::change(const Catalog& catalog, const ObjectKey& key,
                                    const QString& text)
{
    const std::optional<ObjectRef> object = catalog.find(key);
    const std::optional<CommentTarget> target =
        object ? commentTarget(catalog, *object) : std::nullopt;
    if (!target)
        return Error{QStringLiteral("%1 has no name by which a comment could be put on it.")
                         .arg(key.toString()),
                     {}};
    const Result<QString> statement = printCommentStatement({*target, std::nullopt, text, 0, 0});
    if (!statement)
        return statement.error();
    const bool isKnown = m_comments.contains(key);
    const QString line = statement->chopped(1); // without its line end
    if (text.isEmpty() && isKnown)
        takeOut(key);
    else if (isKnown)
        *m_places.at(key) = line;
    else if (!text.isEmpty())
        add(key, line);
    if (text.isEmpty())
        m_comments.erase(key);
    else
        m_comments.insert_or_assign(key, text);
    return ok();
}

void SidecarFile::takeOut(const ObjectKey& key)
{
    const Pieces::iterator place = m_places.at(key);
    QString& before = *std::prev(place);
    QString& after = *std::next(place);
    const bool hadLineOfItsOwn = before.isEmpty() || before.endsWith(QLatin1Char('\n'));
    const qsizetype restOfLine = behindFirstLine(after);
    if (hadLineOfItsOwn && QStringView(after).first(restOfLine).trimmed().isEmpty())
        after.remove(0, restOfLine);
    before += after;
    m_pieces.erase(place, std::next(place, 2));
    m_places.erase(key);
}

/// Behind the statement that comes before it by key, or before the first one.
void SidecarFile::add(const ObjectKey& key, const QString& statement)
{
    const auto next = m_places.lower_bound(key);
    const bool isFirst = next == m_places.begin();
    const auto gap = isFirst ? m_pieces.begin() : std::next(std::prev(next)->second);
    qsizetype at = isFirst ? gap->size() : behindFirstLine(*gap);
    if (at == 0)
        at = gap->size();
    QString before = gap->first(at);
    const QString after = m_lineEnd + gap->sliced(at);
    const bool isLineOpen = !before.endsWith(QLatin1Char('\n')) && !(isFirst && before.isEmpty());
    if (isLineOpen)
        before += m_lineEnd;
    *gap = before;
    const auto place = m_pieces.insert(std::next(gap), statement);
    m_pieces.insert(std::next(place), after);
    m_places.insert_or_assign(key, place);
}

QByteArray SidecarFile::bytes() const
{
    QByteArray bytes = m_hasByteOrderMark ? byteOrderMark.toByteArray() : QByteArray();
    for (const QString& piece : m_pieces)
        bytes += piece.toUtf8();
    return bytes;
}

} // namespace cadastre
