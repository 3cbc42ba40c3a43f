// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SidecarFile: the text of a sidecar and the objects that its statements mean, with single
// statements changed and every other byte left as it is. Reading and replacing the file itself, and
// what may be changed, is in sidecar.h.
#pragma once

#include "model/notes/comment_file_parts.h"

#include <list>
#include <map>

namespace cadastre {

class SidecarFile
{
public:
    SidecarFile(SidecarFile&&) = default;
    SidecarFile& operator=(SidecarFile&&) = default;
    SidecarFile(const SidecarFile&) = delete;
    SidecarFile& operator=(const SidecarFile&) = delete;
    ~SidecarFile() = default;

    /// Fails with one sentence that names the file for what is not UTF-8 or does not parse (with
    /// line and column), and where two statements mean one object.
    static Result<SidecarFile> parse(const QString& path, const QByteArray& bytes,
                                     const Catalog& catalog, SourceId source);

    /// Absent where the file has no statement for the object.
    [[nodiscard]] std::optional<QString> comment(const ObjectKey& key) const;
    /// By object key; only of objects that are there. The empty text is `NULL`.
    [[nodiscard]] const std::map<ObjectKey, QString>& comments() const { return m_comments; }
    /// Sentences about statements whose objects are not there, with their lines.
    [[nodiscard]] const QStringList& problems() const { return m_problems; }

    /// Replaces, adds (behind the object that comes before it) or, for the empty text, takes out
    /// one statement. Fails for names and texts that no file can hold; then nothing changed.
    Result<Nothing> change(const Catalog& catalog, const ObjectKey& key, const QString& text);
    [[nodiscard]] QByteArray bytes() const;

private:
    /// Statements with their was lines stand between pieces of anything else, which may be empty.
    using Pieces = std::list<QString>;

    SidecarFile() = default;
    Result<Nothing> take(const QString& path, const QString& text, const Catalog& catalog,
                         SourceId source);
    void add(const ObjectKey& key, const QString& statement);
    void takeOut(const ObjectKey& key);

    Pieces m_pieces;
    bool m_hasByteOrderMark = false;
    QString m_lineEnd = QStringLiteral("\n"); ///< as the file writes it
    std::map<ObjectKey, QString> m_comments;
    std::map<ObjectKey, Pieces::iterator> m_places; ///< of the statements of m_comments
    QStringList m_problems;
};

} // namespace cadastre
