// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From the names of many statements to the objects of one source; what single statements need is in
// comment_file.h.
#pragma once

#include "model/notes/comment_file.h"

#include <QHash>

namespace cadastre {

/// Valid as long as the catalog.
class CommentTargets
{
public:
    CommentTargets(const Catalog& catalog, SourceId source);

    /// As findCommentTarget(), each in constant time.
    [[nodiscard]] Result<ObjectRef> find(const CommentTarget& target) const;

private:
    using Named = std::pair<QString, QString>; ///< schema, name

    [[nodiscard]] std::optional<ObjectRef> findObject(const CommentTarget& target,
                                                      const QStringList& path) const;
    [[nodiscard]] std::optional<ObjectRef> findDatabase(const QString& name) const;
    [[nodiscard]] std::optional<ObjectRef> findOther(const CommentTarget& target,
                                                     const QStringList& path) const;
    [[nodiscard]] std::optional<ObjectRef> findRoutine(const CommentTarget& target,
                                                       const QStringList& path) const;
    [[nodiscard]] Result<QStringList> pathOf(const CommentTarget& target) const;
    [[nodiscard]] Error notThere(const CommentTarget& target, const QStringList& path) const;

    const Catalog& m_catalog;
    SourceId m_source;
    QHash<QString, SchemaId> m_schemas;
    QHash<Named, ObjectRef> m_indexes;
    QMultiHash<Named, RoutineId> m_routines;
};

} // namespace cadastre
