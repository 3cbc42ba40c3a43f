// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as `@references` notes of the child columns' comments, in a comment file.
#include "model/export/ddl_keys.h"
#include "model/export/relation_formats.h"
#include "model/export/single_line.h"
#include "model/notes/comment_file.h"
#include "model/notes/tag_lines.h"
#include "model/relations/decision_text.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace cadastre {

namespace {

QString noteLiteral(const QString& value)
{
    QString text = value;
    text.replace(QLatin1Char('\''), QLatin1String("''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// A note is one line, and a value in it stands as it is.
bool fitsOnALine(const QString& value)
{
    return asSingleLine(value) == value;
}

/// Several columns carry the same note; the parent's stand in the order of the child's positions,
/// so that who reads them can pair them.
std::vector<ColumnId> parentColumnsByChildPosition(const Catalog& catalog,
                                                   const std::vector<ColumnId>& child,
                                                   const std::vector<ColumnId>& parent)
{
    std::vector<std::size_t> order(child.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return catalog.column(child[i]).position; });
    std::vector<ColumnId> result;
    for (std::size_t i : order)
        result.push_back(parent[i]);
    return result;
}

/// The parent as notes name it: without its default schema, never with a source.
QString noteTable(const Catalog& catalog, TableId id, bool withSchema)
{
    const Table& table = catalog.table(id);
    const QString schema = catalog.schema(table.schema).name;
    const bool isDefault = schema == catalog.source(catalog.sourceOf(id)).defaultSchema;
    const QString name = quotedKeyPart(table.name);
    return isDefault && !withSchema ? name
                                    : QString(quotedKeyPart(schema) + QLatin1Char('.') + name);
}

QString referencesNote(const Catalog& catalog, const Relationship& relationship,
                       const RelationshipTarget& target, bool withSchema)
{
    QStringList columns;
    for (ColumnId id :
         parentColumnsByChildPosition(catalog, relationship.childColumns, target.columns))
        columns << quotedKeyPart(catalog.column(id).name);
    QString note =
        QStringLiteral("@references %1(%2)")
            .arg(noteTable(catalog, target.table, withSchema), columns.join(QLatin1String(", ")));
    if (relationship.typeColumn && !target.typeValue.isEmpty())
        note += QStringLiteral(" when %1=%2")
                    .arg(quotedKeyPart(catalog.column(*relationship.typeColumn).name),
                         noteLiteral(target.typeValue));
    return note;
}

/// The comments of the child columns of one source, as they become.
class ReferenceNotes
{
public:
    explicit ReferenceNotes(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    void add(const Relationship& relationship)
    {
        for (const RelationshipTarget& target : relationship.targets) {
            if (!isInOneSource(m_catalog, relationship, target)) {
                m_remarks += sqlComment(leftOutRemark(m_catalog, relationship, target));
                continue;
            }
            if (!fitsOnALine(target.typeValue)) {
                m_remarks += sqlComment(
                    QStringLiteral("%1 when '%2' is left out: a note is one line, and the value is "
                                   "more.")
                        .arg(relationshipTitle(m_catalog, relationship),
                             asSingleLine(target.typeValue)));
                continue;
            }
            for (ColumnId id : relationship.childColumns)
                addNote(id, relationship, target);
        }
    }

    [[nodiscard]] QString text() const
    {
        QString text = m_remarks;
        for (const auto& [key, edit] : m_edits) {
            if (edit.before == edit.after)
                continue;
            const Result<QString> statement = commentFileOf(m_catalog, {edit});
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) +
                    (statement ? *statement : sqlComment(statement.error().message));
        }
        return text;
    }

private:
    void addNote(ColumnId id, const Relationship& relationship, const RelationshipTarget& target)
    {
        const Comment& comment = m_catalog.column(id).comment;
        if (comment.undecodable) {
            m_remarks += sqlComment(QStringLiteral("The comment of %1 is not valid in the encoding "
                                                   "of its database and stays as it is.")
                                        .arg(m_catalog.displayName(id)));
            return;
        }
        const ObjectKey key = m_catalog.keyOf(id);
        CommentEdit& edit =
            m_edits.try_emplace(key, CommentEdit{key, comment.text, comment.text}).first->second;
        const QString note = referencesNote(m_catalog, relationship, target, false);
        const bool isKnown =
            hasTagLine(edit.after, note) ||
            hasTagLine(edit.after, referencesNote(m_catalog, relationship, target, true));
        if (!isKnown)
            edit.after = withTagLine(edit.after, note);
    }

    const Catalog& m_catalog;
    std::map<ObjectKey, CommentEdit> m_edits;
    QString m_remarks;
};

} // namespace

QByteArray relationsReferences(const RelationExport& relations)
{
    const Catalog& catalog = relations.catalog;
    const std::vector<std::size_t> order = relationOrder(relations);
    const bool several = catalog.objects().sources.size() > 1;
    QStringList parts;
    for (int i = 0; i < static_cast<int>(catalog.objects().sources.size()); ++i) {
        ReferenceNotes notes(catalog);
        for (std::size_t number : order) {
            const Relationship& relationship = relations.relationships[number];
            if (relationship.origin != RelationshipOrigin::Declared &&
                catalog.sourceOf(relationship.child) == SourceId{i})
                notes.add(relationship);
        }
        const Source& source = catalog.source(SourceId{i});
        const QString text = notes.text();
        if (!text.isEmpty())
            parts << QString((several
                                  ? sqlComment(QStringLiteral("Comments of %1").arg(source.name)) +
                                        QLatin1Char('\n')
                                  : QString()) +
                             text);
    }
    if (parts.isEmpty())
        return "-- There is no note to add.\n";
    return parts.join(QLatin1Char('\n')).toUtf8();
}

} // namespace cadastre
