// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Writes single tables of a context; joins and warnings are in context_table_ties.cpp.
#include "model/orientation/context_table.h"

#include "model/notes/comment_text.h"
#include "model/notes/note_tags.h"
#include "model/orientation/context_text.h"
#include "model/orientation/importance_parts.h"
#include "model/orientation/table_sentences.h"
#include "model/relations/count_text.h"
#include "model/relations/sql/check_lists.h"

namespace cadastre {

namespace {

/// The kind in one word, so that a view is not written to.
QString kindWord(const Table& table)
{
    return isView(table) ? QStringLiteral("view") : QStringLiteral("table");
}

QString indented(const QStringList& lines)
{
    QString text;
    for (const QString& line : lines)
        text += QString(QStringLiteral("  ") + line + QLatin1Char('\n'));
    return text;
}

} // namespace

ContextTables::ContextTables(const ContextFacts& facts, bool withValues)
    : m_facts(facts)
    , m_catalog(*facts.commented.catalog())
    , m_withValues(withValues)
    , m_asChild(m_catalog.objects().tables.size())
    , m_asParent(m_asChild.size())
    , m_isPrimary(m_catalog.objects().columns.size())
{
    if (withValues)
        m_allowed = allowedValues(m_catalog);
    for (std::size_t i = 0; i < facts.relationships.size(); ++i) {
        const Relationship& one = facts.relationships[i];
        if (!isLikely(one, facts.minimumConfidence))
            continue;
        m_asChild[one.child.index].push_back(static_cast<int>(i));
        for (const RelationshipTarget& target : one.targets) {
            if (!target.isResolved() || target.table == one.child)
                continue;
            auto& known = m_asParent[target.table.index];
            if (known.empty() || known.back() != static_cast<int>(i))
                known.push_back(static_cast<int>(i));
        }
    }
    for (const Constraint& constraint : m_catalog.objects().constraints) {
        if (constraint.kind == ConstraintKind::PrimaryKey) {
            for (ColumnId column : constraint.columns)
                m_isPrimary[column.index] = true;
        }
    }
}

QString ContextTables::nameOf(ColumnId id) const
{
    const Column& column = m_catalog.column(id);
    return contextName(m_catalog.source(m_catalog.sourceOf(column.table)).engine, column.name);
}

QString ContextTables::namesOf(const std::vector<ColumnId>& columns) const
{
    QStringList names;
    for (ColumnId column : columns)
        names << nameOf(column);
    return names.join(QLatin1String(", "));
}

std::vector<TableId> ContextTables::neighbours(TableId table) const
{
    std::vector<TableId> near;
    for (int index : m_asChild[table.index]) {
        for (const RelationshipTarget& target : m_facts.relationships[index].targets) {
            if (target.isResolved())
                near.push_back(target.table);
        }
    }
    for (int index : m_asParent[table.index])
        near.push_back(m_facts.relationships[index].child);
    return near;
}

QString ContextTables::head(TableId id) const
{
    const Table& table = m_catalog.table(id);
    QString text = QString(kindWord(table) + QLatin1Char(' ') + contextName(m_catalog, id));
    if (m_catalog.objects().sources.size() > 1)
        text += QStringLiteral(" ; source %1")
                    .arg(quotedData(m_catalog.source(m_catalog.sourceOf(id)).name));
    if (table.rowEstimate && *table.rowEstimate >= 1)
        text += QStringLiteral(" ; about %1 rows").arg(approximateCount(*table.rowEstimate));
    if (const QString word = setBackWord(m_facts.importance.of(id).setBack); !word.isEmpty())
        text += QStringLiteral(" ; %1").arg(word);
    return text;
}

QStringList ContextTables::noteTexts(ObjectRef object) const
{
    QStringList notes;
    for (const TagLine& note : parseCommentText(m_facts.commented.comment(object)).notes) {
        const NoteTag* tag = noteTag(note.name);
        if (tag == nullptr || tag->field == NoteField::Convention)
            continue;
        if (tag->field == NoteField::Values && note.name == QLatin1String("values") &&
            !m_withValues)
            continue;
        notes << (note.value.isEmpty() ? QString(u'@' + note.name)
                                       : QString(u'@' + note.name + u' ' + quotedData(note.value)));
    }
    return notes;
}

QStringList ContextTables::tableLines(TableId id) const
{
    QStringList lines;
    const QString words = parseCommentText(m_facts.commented.comment(id)).words.trimmed();
    if (!words.isEmpty())
        lines << QString(QStringLiteral("comment ") + quotedData(words));
    for (const QString& note : noteTexts(id))
        lines << QString(QStringLiteral("note ") + note);
    const Ownership* owners = m_facts.ownership;
    if (owners != nullptr && owners->ofTables[id.index] >= 0) {
        const ExposureEntry& entry = owners->exposures[id.index];
        lines << QStringLiteral("owner %1 ; %2")
                     .arg(quotedData(owners->names[owners->ofTables[id.index]]),
                          exposureName(entry.exposure));
        if (entry.exposure == Exposure::Private) {
            if (const QStringList views = contractViews(id); !views.isEmpty())
                lines << QStringLiteral("read-instead %1 ; outside of its owner this view is "
                                        "published, the table is not")
                             .arg(views.join(QLatin1String(", ")));
        }
    }
    return lines;
}

QStringList ContextTables::contractViews(TableId id) const
{
    QStringList views;
    if (m_facts.uses == nullptr)
        return views;
    const Ownership& owners = *m_facts.ownership;
    for (int at : m_facts.uses->usersOf(id)) {
        const ObjectRef user = m_facts.uses->uses[at].user;
        if (user.kind == ObjectKind::Table && owners.isContract({user.index}) &&
            owners.ofTables[user.index] == owners.ofTables[id.index])
            views << contextName(m_catalog, TableId{user.index});
    }
    views.sort();
    views.removeDuplicates();
    return views;
}

QString ContextTables::columnFlags(ColumnId id) const
{
    const Column& column = m_catalog.column(id);
    QStringList flags;
    if (m_isPrimary[id.index])
        flags << QStringLiteral("key");
    if (!column.nullable && !m_isPrimary[id.index] && !isView(m_catalog.table(column.table)))
        flags << QStringLiteral("not null");
    if (column.generated != Generated::No)
        flags << QStringLiteral("generated");
    if (column.hidden)
        flags << QStringLiteral("hidden from *");
    flags << noteTexts(id);
    if (m_withValues) {
        if (const auto found = m_allowed.constFind(id); found != m_allowed.constEnd()) {
            QStringList values;
            for (const QString& value : *found)
                values << quotedData(value, 60);
            flags << QString(QStringLiteral("values ") + values.join(QLatin1String(", ")));
        }
    }
    const QString words = parseCommentText(m_facts.commented.comment(id)).words.trimmed();
    if (!words.isEmpty())
        flags << quotedData(words);
    return flags.isEmpty() ? QString()
                           : QString(QStringLiteral(" ; ") + flags.join(QStringLiteral(" ; ")));
}

QStringList ContextTables::columnLines(TableId id) const
{
    QStringList lines;
    const int first = m_catalog.firstColumn(id).index;
    const auto columns = m_catalog.columnsOf(id);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnId column{first + static_cast<int>(i)};
        lines << QStringLiteral("column %1 : %2%3")
                     .arg(nameOf(column), contextType(columns[i], m_withValues),
                          columnFlags(column));
    }
    return lines;
}

QStringList ContextTables::keyLines(TableId id) const
{
    QStringList lines;
    for (const Constraint& constraint : m_catalog.constraintsOf(id)) {
        if (constraint.kind == ConstraintKind::Unique)
            lines << QStringLiteral("unique (%1)").arg(namesOf(constraint.columns));
    }
    return lines;
}

QString ContextTables::full(TableId table, const std::vector<bool>& alsoFull) const
{
    return QString(
        head(table) + QLatin1Char('\n') +
        indented(QStringList(tableLines(table) + warningLines(table) + columnLines(table) +
                             keyLines(table) + joinLinesOf(table, alsoFull))));
}

QString ContextTables::line(TableId id) const
{
    QStringList parts{head(id)};
    parts << countedNoun(static_cast<qint64>(m_catalog.columnsOf(id).size()),
                         QStringLiteral("column"), QStringLiteral("columns"));
    if (const Constraint* key = m_catalog.primaryKeyOf(id))
        parts << QStringLiteral("key (%1)").arg(namesOf(key->columns));
    QStringList parents;
    for (int index : m_asChild[id.index]) {
        for (const RelationshipTarget& target : m_facts.relationships[index].targets) {
            if (target.isResolved() && target.table != id)
                parents << contextName(m_catalog, target.table);
        }
    }
    parents.removeDuplicates();
    if (!parents.isEmpty())
        parts << QString(QStringLiteral("refers to ") + namesAndMore(parents, 6));
    const QString words = firstSentence(m_facts.commented.comment(id), 120);
    if (!words.isEmpty())
        parts << quotedData(words);
    return QString(QStringLiteral("also ") + parts.join(QStringLiteral(" ; ")) + QLatin1Char('\n'));
}

} // namespace cadastre
