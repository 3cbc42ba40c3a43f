// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/comment_choices.h"

#include "model/notes/comment_text.h"
#include "model/relations/sql/check_lists.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

/// Names as @references has them: quoted only where they have to be.
QString columnReference(const Catalog& catalog, TableId table, const QStringList& columns)
{
    QStringList quoted;
    for (const QString& column : columns)
        quoted << quotedKeyPart(column);
    return QStringLiteral("%1(%2)").arg(catalog.displayName(table),
                                        quoted.join(QStringLiteral(", ")));
}

QStringList keyReferences(const Catalog& catalog)
{
    QStringList references;
    for (std::size_t i = 0; i < catalog.objects().tables.size(); ++i) {
        const TableId table{static_cast<std::int32_t>(i)};
        const Constraint* key = catalog.primaryKeyOf(table);
        if (catalog.table(table).system || key == nullptr)
            continue;
        QStringList columns;
        for (const ColumnId column : key->columns)
            columns << catalog.column(column).name;
        references << columnReference(catalog, table, columns);
    }
    references.sort(Qt::CaseInsensitive);
    return references;
}

std::function<QStringList(const QString&)> columnsOf(const std::shared_ptr<const Catalog>& catalog)
{
    return [catalog](const QString& typed) {
        QStringList references;
        const Result<ObjectRef> object = catalog->resolve(typed);
        if (!object || object->kind != ObjectKind::Table)
            return references;
        const TableId table{object->index};
        for (const Column& column : catalog->columnsOf(table))
            references << columnReference(*catalog, table, {column.name});
        return references;
    };
}

QStringList sortedNames(const QSet<QString>& names)
{
    QStringList sorted(names.begin(), names.end());
    sorted.removeAll(QString());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

template <typename Object>
void collectNotes(const std::vector<Object>& objects, QSet<QString>& owners,
                  QSet<QString>& conventions)
{
    for (const Object& object : objects) {
        if (!object.comment.text.contains(QLatin1Char('@')))
            continue;
        for (const TagLine& note : tagLinesOf(object.comment.text)) {
            if (note.name == QLatin1String("owner"))
                owners.insert(note.value);
            else if (note.name == QLatin1String("convention"))
                conventions.insert(note.value);
        }
    }
}

} // namespace

CommentChoices makeCommentChoices(const std::shared_ptr<const Catalog>& catalog,
                                  const Boundaries& boundaries, const QStringList& conventions)
{
    auto notes = std::make_shared<NoteChoices>();
    QSet<QString> owners;
    QSet<QString> followed(conventions.begin(), conventions.end());
    for (const auto& [name, boundary] : boundaries.entries) {
        owners.insert(name);
        owners.insert(boundary.owner);
    }
    collectNotes(catalog->objects().tables, owners, followed);
    collectNotes(catalog->objects().columns, owners, followed);
    notes->owners = sortedNames(owners);
    notes->conventions = sortedNames(followed);
    notes->references = keyReferences(*catalog);
    for (const Source& source : catalog->objects().sources)
        notes->sources << source.name;
    notes->columnsOf = columnsOf(catalog);
    return {catalog, notes, allowedValues(*catalog)};
}

} // namespace cadastre
