// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts sentences about tables together from comments and facts; see the header.
#include "model/orientation/table_sentences.h"

#include "model/notes/comment_text.h"
#include "model/orientation/importance_parts.h"
#include "model/relations/count_text.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int columnsNamed = 4;
constexpr int tablesNamed = 3;

/// Behind which a sentence may end: not an abbreviation ("e.g.", "No."), not within a number.
bool endsSentence(const QString& text, qsizetype at)
{
    if (at + 1 < text.size() && !text[at + 1].isSpace())
        return false;
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '), at);
    const QString word = text.mid(space + 1, at - space - 1);
    static const QStringList abbreviations{
        QStringLiteral("e.g"),    QStringLiteral("i.e"), QStringLiteral("No"),
        QStringLiteral("no"),     QStringLiteral("z.B"), QStringLiteral("bzw"),
        QStringLiteral("cf"),     QStringLiteral("etc"), QStringLiteral("incl"),
        QStringLiteral("approx"), QStringLiteral("vs")};
    return !abbreviations.contains(word) || at + 1 == text.size();
}

QString cutText(const QString& text, int longest)
{
    if (text.size() <= longest)
        return text;
    qsizetype end = text.lastIndexOf(QLatin1Char(' '), longest - 1);
    if (end < longest / 2)
        end = longest - 1;
    if (text[end - 1].isHighSurrogate())
        --end;
    return QString(text.left(end) + QChar(0x2026));
}

} // namespace

QString firstSentence(const QString& comment, int longest)
{
    const QString words = parseCommentText(comment).words.trimmed();
    // a paragraph that ends without a full stop is a sentence, too
    static const QString paragraph = QStringLiteral("\n\n");
    QString text = words;
    text.remove(QLatin1Char('\r'));
    text = text.section(paragraph, 0, 0).simplified();
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if ((c == QLatin1Char('.') || c == QLatin1Char('!') || c == QLatin1Char('?') ||
             c == QChar(0x3002)) &&
            endsSentence(text, at))
            return cutText(text.left(at + 1), longest);
    }
    return cutText(text, longest);
}

QString namesAndMore(const QStringList& names, int most)
{
    if (names.size() <= most + 1) { // "and 1 more" is no shorter than the name
        if (names.size() < 2)
            return names.join(QString());
        return QString(QStringList(names.mid(0, names.size() - 1)).join(QLatin1String(", ")) +
                       QStringLiteral(" and ") + names.last());
    }
    return QStringLiteral("%1 and %2 more")
        .arg(QStringList(names.mid(0, most)).join(QLatin1String(", ")),
             groupedDigits(names.size() - most));
}

TableSentences::TableSentences(const CommentedCatalog& commented,
                               const std::vector<Relationship>& relationships,
                               const Importance& importance, double minimumConfidence)
    : m_commented(commented)
    , m_catalog(*commented.catalog())
    , m_importance(importance)
    , m_parents(importance.tables.size())
    , m_children(importance.tables.size())
    , m_isReference(m_catalog.objects().columns.size())
{
    for (const Relationship& one : relationships) {
        if (!isLikely(one, minimumConfidence))
            continue;
        for (ColumnId column : one.childColumns)
            m_isReference[column.index] = true;
        const SetBack child = m_importance.of(one.child).setBack;
        if (isAuditColumnName(m_catalog.column(one.childColumns.front()).name) ||
            child == SetBack::Copy || child == SetBack::Partition || child == SetBack::Engine)
            continue;
        for (const RelationshipTarget& target : one.targets) {
            if (!target.isResolved() || target.table == one.child)
                continue;
            m_parents[one.child.index].push_back(target.table);
            m_children[target.table.index].push_back(one.child);
        }
    }
    for (std::size_t i = 0; i < m_parents.size(); ++i) {
        sortByImportance(m_parents[i]);
        sortByImportance(m_children[i]);
    }
}

void TableSentences::sortByImportance(std::vector<TableId>& tables) const
{
    std::ranges::sort(tables);
    const auto repeated = std::ranges::unique(tables);
    tables.erase(repeated.begin(), repeated.end());
    std::ranges::stable_sort(tables, [&](TableId a, TableId b) {
        return m_importance.of(a).score > m_importance.of(b).score;
    });
}

bool TableSentences::hasWords(TableId table) const
{
    return !firstSentence(m_commented.comment(table)).isEmpty();
}

QString TableSentences::what(TableId table) const
{
    const QString called = m_commented.calledName(table);
    const QString meant =
        called.isEmpty() ? QString() : QStringLiteral("Meant as “%1”. ").arg(called.simplified());
    const QString words = firstSentence(m_commented.comment(table));
    return QString(meant + (words.isEmpty() ? holds(table) : words));
}

QStringList TableSentences::namesOf(const std::vector<TableId>& tables) const
{
    QStringList names;
    for (TableId table : tables)
        names << m_catalog.displayName(table);
    return names;
}

QString TableSentences::holds(TableId table) const
{
    QStringList own;
    const ColumnId first = m_catalog.firstColumn(table);
    const Constraint* key = m_catalog.primaryKeyOf(table);
    const bool hasSingleKey = key != nullptr && key->columns.size() == 1;
    const auto columns = m_catalog.columnsOf(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const ColumnId id{first.index + static_cast<int>(i)};
        const bool isKey = hasSingleKey && key->columns.front() == id;
        if (!m_isReference[id.index] && !isKey && !isAuditColumnName(column.name) &&
            column.name.compare(QLatin1String("id"), Qt::CaseInsensitive) != 0)
            own << column.name;
    }
    const QString parents = namesAndMore(namesOf(refersTo(table)), tablesNamed);
    if (m_importance.of(table).setBack == SetBack::Link && !parents.isEmpty())
        return QStringLiteral("Ties %1 together.").arg(parents);
    const QString kind =
        isView(m_catalog.table(table)) ? QStringLiteral("Shows") : QStringLiteral("Holds");
    if (own.isEmpty())
        return parents.isEmpty() ? QStringLiteral("Has no column that says more than its name.")
                                 : QStringLiteral("Refers to %1.").arg(parents);
    const QString list = namesAndMore(own, columnsNamed);
    return parents.isEmpty() ? QStringLiteral("%1 %2.").arg(kind, list)
                             : QStringLiteral("%1 %2; refers to %3.").arg(kind, list, parents);
}

QString TableSentences::why(TableId table) const
{
    const TableImportance& figures = m_importance.of(table);
    QStringList parts;
    const auto& children = referredBy(table);
    if (!children.empty())
        parts << QStringLiteral("%1 (%2)").arg(countedNoun(static_cast<qint64>(children.size()),
                                                           QStringLiteral("table refers to it"),
                                                           QStringLiteral("tables refer to it")),
                                               namesAndMore(namesOf(children), tablesNamed));
    if (figures.views > 0)
        parts << countedNoun(figures.views, QStringLiteral("view reads it"),
                             QStringLiteral("views read it"));
    if (figures.programs > 0)
        parts << countedNoun(figures.programs, QStringLiteral("routine or trigger uses it"),
                             QStringLiteral("routines and triggers use it"));
    const auto rows = m_catalog.table(table).rowEstimate;
    if (rows && *rows >= 1)
        parts << QStringLiteral("about %1 %2")
                     .arg(approximateCount(*rows),
                          *rows < 1.5 ? QStringLiteral("row") : QStringLiteral("rows"));
    if (parts.isEmpty() && !refersTo(table).empty())
        parts << QStringLiteral("It brings %1 together")
                     .arg(namesAndMore(namesOf(refersTo(table)), tablesNamed));
    if (parts.isEmpty())
        parts << QStringLiteral("It stands by itself");
    return QString(parts.join(QLatin1String(", ")) + QLatin1Char('.'));
}

} // namespace cadastre
