// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/comment_references.h"

#include "model/relations/sql/comment_phrases.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

/// The human words of a comment and the tag lines at its end.
struct CommentParts
{
    QString words;
    QStringList tags;
};

CommentParts partsOfComment(const QString& text)
{
    static const QRegularExpression tag(QStringLiteral("^@[A-Za-z][A-Za-z0-9_-]*(?:[ \\t]|$)"));
    QStringList lines = text.split(QLatin1Char('\n'));
    CommentParts parts;
    while (!lines.isEmpty()) {
        const QString line = lines.last().trimmed();
        if (!line.isEmpty() && !tag.match(line).hasMatch())
            break;
        if (!line.isEmpty())
            parts.tags.prepend(line);
        lines.removeLast();
    }
    // PostGraphile has its tags anywhere
    const auto isTag = [](const QString& line) {
        return line.startsWith(QLatin1String("@foreignKey"));
    };
    std::ranges::copy_if(lines, std::back_inserter(parts.tags), isTag);
    lines.erase(std::remove_if(lines.begin(), lines.end(), isTag), lines.end());
    parts.words = lines.join(QLatin1Char('\n'));
    return parts;
}

/// Reads the comments of one catalog.
class CommentReader
{
public:
    explicit CommentReader(const Catalog& catalog)
        : m_catalog(catalog)
    {
    }

    CommentReading read()
    {
        const auto& tables = m_catalog.objects().tables;
        for (std::size_t i = 0; i < tables.size(); ++i)
            readTable({static_cast<int>(i)});
        std::ranges::stable_sort(m_found.references, {}, [](const CommentReference& reference) {
            return std::tie(reference.child, reference.childColumns, reference.target.table,
                            reference.target.columns, reference.target.typeValue);
        });
        std::ranges::stable_sort(m_found.misstatements, {}, [](const CommentMisstatement& said) {
            return std::tie(said.object, said.phrase);
        });
        return std::move(m_found);
    }

private:
    void readTable(TableId id)
    {
        const Table& table = m_catalog.table(id);
        if (table.system)
            return;
        m_table = id;
        m_schema = m_catalog.schema(table.schema).name;
        read(id, table.comment, std::nullopt);
        int index = m_catalog.firstColumn(id).index;
        for (const Column& column : m_catalog.columnsOf(id)) {
            const ColumnId columnId{index++};
            read(columnId, column.comment, columnId);
        }
    }

    void read(ObjectRef object, const Comment& comment, std::optional<ColumnId> column)
    {
        if (comment.isEmpty() || comment.undecodable)
            return;
        m_object = object;
        m_column = column;
        const CommentParts parts = partsOfComment(comment.text);
        for (const QString& tag : parts.tags)
            readTag(tag);
        if (column)
            readWords(parts.words);
    }

    const CatalogNames& names()
    {
        auto& names = m_names[m_catalog.sourceOf(m_table)];
        if (names == nullptr)
            names = std::make_shared<const CatalogNames>(m_catalog, m_catalog.sourceOf(m_table));
        return *names;
    }

    void readTag(const QString& tag)
    {
        const QString own = QStringLiteral("@references ");
        const QString postGraphile = QStringLiteral("@foreignKey ");
        m_isTag = true;
        m_phrase = tag;
        m_phrase.replace(QLatin1Char('\t'), QLatin1Char(' '));
        if (m_phrase.startsWith(own))
            readReferencesTag(m_phrase, own.size());
        else if (m_phrase.startsWith(postGraphile))
            readForeignKeyTag(m_phrase, postGraphile.size());
    }

    /// `[schema.]table(col[, col]) [when column='value']`
    void readReferencesTag(const QString& tag, qsizetype from)
    {
        static const QRegularExpression when(
            QStringLiteral("\\bwhen\\s+(\"[^\"]+\"|[\\w$]+)\\s*=\\s*'((?:[^']|'')*)'"),
            QRegularExpression::UseUnicodePropertiesOption);
        const auto name = writtenName(tag, from);
        if (!name)
            return;
        const NamedTarget target =
            namedTarget(m_catalog, names(), m_schema, *name, !name->columns.isEmpty());
        std::optional<ColumnId> whenColumn;
        QString value;
        if (const auto match = when.match(tag, name->end); match.hasMatch()) {
            const QString column = match.captured(1).remove(QLatin1Char('"'));
            whenColumn = columnNamed(m_catalog, m_table, column);
            value = match.captured(2).replace(QLatin1String("''"), QLatin1String("'"));
            if (!whenColumn)
                return misstate(column);
        }
        add(target, {}, whenColumn, value);
    }

    /// `(a[, b]) references [schema.]table [(c[, d])][|..]`
    void readForeignKeyTag(const QString& tag, qsizetype from)
    {
        static const QRegularExpression references(QStringLiteral("\\G\\s*references\\b"),
                                                   QRegularExpression::CaseInsensitiveOption);
        const auto columns = writtenColumns(tag, from);
        const auto word = columns ? references.match(tag, columns->end) : QRegularExpressionMatch();
        const auto name = word.hasMatch() ? writtenName(tag, word.capturedEnd()) : std::nullopt;
        if (!name)
            return;
        std::vector<ColumnId> children;
        for (const QString& column : columns->names) {
            const auto id = columnNamed(m_catalog, m_table, column);
            if (!id)
                return misstate(column);
            children.push_back(*id);
        }
        add(namedTarget(m_catalog, names(), m_schema, *name, true), children, {}, {});
    }

    void readWords(const QString& words)
    {
        m_isTag = false;
        for (const ReferencePhrase& phrase : referencePhrases(words)) {
            m_phrase = phrase.phrase;
            const NamedTarget target =
                namedTarget(m_catalog, names(), m_schema, phrase.name, false);
            const bool isHint = phrase.strength == PhraseStrength::Hint;
            const bool isKey = phrase.strength == PhraseStrength::ForeignKey;
            const bool known = target.table && target.missingColumn.isEmpty();
            // words that can mean anything count only where they name a key
            if (isHint && (!known || target.columns.empty() || !isKeyColumn(target)))
                continue;
            const bool namesSomething =
                phrase.name.isQualified() ||
                (isKey && phrase.name.parts.first().contains(QLatin1Char('_')));
            if (!known && !namesSomething)
                continue;
            add(target, {}, {}, {});
        }
        // a comment that is nothing but a name
        const QString all = words.trimmed();
        const auto name = writtenName(all, 0);
        m_phrase = all;
        if (name && name->end == all.size() && name->isQualified()) {
            const NamedTarget target = namedTarget(m_catalog, names(), m_schema, *name, false);
            if (!target.columns.empty() && isKeyColumn(target))
                add(target, {}, {}, {});
        }
    }

    [[nodiscard]] bool isKeyColumn(const NamedTarget& target) const
    {
        return std::ranges::any_of(
            m_catalog.constraintsOf(*target.table), [&](const Constraint& constraint) {
                const bool isKey = constraint.kind == ConstraintKind::PrimaryKey ||
                                   constraint.kind == ConstraintKind::Unique;
                return isKey && constraint.columns == target.columns;
            });
    }

    void misstate(const QString& name, const QString& table = {})
    {
        const QString sentence =
            table.isEmpty()
                ? QStringLiteral("names `%1`, which is not in this database").arg(name)
                : QStringLiteral("names `%1`, which `%2` does not have").arg(name, table);
        const CommentMisstatement said{m_object, m_isTag, m_phrase, sentence};
        if (std::ranges::find(m_found.misstatements, said) == m_found.misstatements.end())
            m_found.misstatements.push_back(said);
    }

    /// The columns of this table that refer to `target`: the commented one, or those of the same
    /// names where there are several.
    [[nodiscard]] std::vector<ColumnId> childrenOf(const std::vector<ColumnId>& target) const
    {
        if (m_column && target.size() == 1)
            return {*m_column};
        std::vector<ColumnId> children;
        bool ownUsed = false;
        for (ColumnId id : target) {
            auto child = columnNamed(m_catalog, m_table, m_catalog.column(id).name);
            if (!child && !ownUsed)
                child = m_column;
            if (!child)
                return {};
            ownUsed = ownUsed || child == m_column;
            children.push_back(*child);
        }
        return m_column && !ownUsed ? std::vector<ColumnId>() : children;
    }

    void add(const NamedTarget& named, std::vector<ColumnId> children,
             std::optional<ColumnId> whenColumn, const QString& value)
    {
        if (!named.table)
            return misstate(named.missingTable);
        if (!named.missingColumn.isEmpty())
            return misstate(named.missingColumn, m_catalog.displayName(*named.table));
        std::vector<ColumnId> columns = named.columns;
        const Constraint* key = m_catalog.primaryKeyOf(*named.table);
        if (columns.empty() && key != nullptr)
            columns = key->columns;
        if (children.empty())
            children = childrenOf(columns);
        if (columns.empty() || children.size() != columns.size() || children == columns)
            return;
        CommentReference reference{m_table, std::move(children), {}, whenColumn, m_isTag, m_phrase};
        reference.target = {*named.table, std::move(columns), value};
        const auto same = [&](const CommentReference& other) {
            return std::tie(other.child, other.childColumns, other.target, other.whenColumn) ==
                   std::tie(reference.child, reference.childColumns, reference.target,
                            reference.whenColumn);
        };
        if (std::ranges::none_of(m_found.references.rbegin(),
                                 m_found.references.rbegin() +
                                     std::min<std::ptrdiff_t>(20, std::ssize(m_found.references)),
                                 same))
            m_found.references.push_back(std::move(reference));
    }

    const Catalog& m_catalog;
    QHash<SourceId, std::shared_ptr<const CatalogNames>> m_names;
    TableId m_table;
    QString m_schema;
    ObjectRef m_object;
    std::optional<ColumnId> m_column;
    bool m_isTag = false;
    QString m_phrase;
    CommentReading m_found;
};

} // namespace

CommentReading commentReferences(const Catalog& catalog)
{
    return CommentReader(catalog).read();
}

} // namespace cadastre
