// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks what comments refer to: @references and @foreignKey notes, and names of tables and columns
// in the words, where the words leave no doubt that such a name is meant.
#include "model/notes/checks/comment_check_parts.h"

#include "model/notes/checks/near_names.h"
#include "model/relations/sql/comment_phrases.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

QString sentenceOfNear(const QString& name)
{
    return name.isEmpty() ? name : QStringLiteral("Perhaps `%1` is meant.").arg(name);
}

/// Finds what is missing of names in one comment.
class ReferenceChecker
{
public:
    ReferenceChecker(const CommentCheckFacts& facts, const CheckedComment& comment,
                     CommentProblems& problems)
        : m_facts(facts)
        , m_catalog(facts.catalog())
        , m_comment(comment)
        , m_problems(problems)
        , m_source(facts.catalog().sourceOf(comment.object))
    {
        if (comment.table)
            m_schema = m_catalog.schema(m_catalog.table(*comment.table).schema).name;
    }

    void checkReferencesNote(const QString& value)
    {
        const auto reference = parseNoteReference(value);
        if (!reference) {
            report(CommentProblemKind::ReferenceMissing,
                   QStringLiteral("`@references %1` cannot be read; it is written as "
                                  "`[schema.]table(column)`.")
                       .arg(value));
            return;
        }
        WrittenName name;
        name.parts = reference->table;
        name.columns = reference->columns;
        const QString note = QString(QLatin1String("@references ") + value);
        checkTarget(CommentProblemKind::ReferenceMissing, note, name, true);
        if (!reference->whenColumn.isEmpty())
            checkWhen(note, *reference);
    }

    /// PostGraphile's `(a[, b]) references [schema.]table [(c[, d])]`.
    void checkForeignKeyNote(const QString& value)
    {
        static const QRegularExpression references(QStringLiteral("\\G\\s*references\\b"),
                                                   QRegularExpression::CaseInsensitiveOption);
        const auto columns = writtenColumns(value, 0);
        const auto word =
            columns ? references.match(value, columns->end) : QRegularExpressionMatch();
        const auto name = word.hasMatch() ? writtenName(value, word.capturedEnd()) : std::nullopt;
        if (!name || !m_comment.table)
            return;
        const QString note = QString(QLatin1String("@foreignKey ") + value);
        for (const QString& column : columns->names)
            checkOwnColumn(note, column);
        checkTarget(CommentProblemKind::ReferenceMissing, note, *name, true);
    }

    void checkPhrases(const QString& words)
    {
        for (const ReferencePhrase& phrase : referencePhrases(words)) {
            if (phrase.strength == PhraseStrength::Hint || isFileOrAddress(words, phrase.name))
                continue;
            const bool isKey = phrase.strength == PhraseStrength::ForeignKey;
            const bool looksLikeName = phrase.name.parts.first().contains(QLatin1Char('_'));
            const bool isSentenceEnd = !isKey && !phrase.name.quoted &&
                                       phrase.name.columns.isEmpty() &&
                                       isTwoSentences(phrase.name.parts);
            if (!isSentenceEnd && (phrase.name.isQualified() || (isKey && looksLikeName)))
                checkTarget(CommentProblemKind::NameMissing, phrase.phrase, phrase.name, false);
        }
    }

    /// `table.column` in backticks or plain, where there is such a table; "table `x`".
    void checkQualifiedNames(const QString& words)
    {
        static const QRegularExpression qualified(
            QStringLiteral("(?<![\\w.@/:-])(`?)([\\p{L}_][\\w$]*(?:\\.[\\p{L}_][\\w$]*){1,2})\\1"
                           "(?![\\w(/@-]|\\.\\w)"),
            QRegularExpression::UseUnicodePropertiesOption);
        for (auto it = qualified.globalMatch(words); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const auto name = writtenName(match.captured(2), 0);
            if (name && !isFileOrAddress(words, *name))
                checkColumnOf(match.captured(2), *name, !match.captured(1).isEmpty());
        }
        static const QRegularExpression table(
            QStringLiteral("\\b(?:table|view)s? `([\\p{L}_][\\w$]*(?:\\.[\\p{L}_][\\w$]*)?)`"),
            QRegularExpression::CaseInsensitiveOption |
                QRegularExpression::UseUnicodePropertiesOption);
        for (auto it = table.globalMatch(words); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            if (const auto name = writtenName(match.captured(1), 0))
                checkTarget(CommentProblemKind::NameMissing, match.captured(), *name, true);
        }
    }

private:
    /// "see customers.The rest": a full stop without a blank behind it.
    static bool isTwoSentences(const QStringList& parts)
    {
        return parts.size() > 1 && parts.last().front().isUpper() &&
               parts.first().front().isLower();
    }

    /// A name of which the table is there: then the column must be, too.
    void checkColumnOf(const QString& written, const WrittenName& name, bool inBackticks)
    {
        const bool looksLikeName = inBackticks || !isTwoSentences(name.parts);
        const auto target = namedTarget(m_catalog, m_facts.names(m_source), m_schema, name, false);
        if (looksLikeName && target.table && !target.missingColumn.isEmpty())
            reportColumn(CommentProblemKind::NameMissing, written, target);
    }

    void checkTarget(CommentProblemKind kind, const QString& phrase, const WrittenName& name,
                     bool tableOnly)
    {
        const NamedTarget target =
            namedTarget(m_catalog, m_facts.names(m_source), m_schema, name, tableOnly);
        if (target.table && !target.missingColumn.isEmpty()) {
            reportColumn(kind, phrase, target);
        } else if (!target.table && m_facts.knowsAllTables(m_source) && !isElsewhere(name) &&
                   !isOwnColumn(name)) {
            report(kind,
                   QStringLiteral("`%1`: there is no table `%2` in this database.")
                       .arg(phrase, target.missingTable),
                   sentenceOfNear(nearTable(m_catalog, m_source, target.missingTable)));
        }
    }

    void reportColumn(CommentProblemKind kind, const QString& phrase, const NamedTarget& target)
    {
        const std::pair<TableId, QString> missing{*target.table, target.missingColumn};
        const bool isKnown = std::ranges::find(m_reported, missing) != m_reported.end();
        if (m_facts.knowsAllColumns(m_source) && !isKnown) {
            m_reported.push_back(missing);
            report(kind,
                   QStringLiteral("`%1`: `%2` has no column `%3`.")
                       .arg(phrase, m_catalog.displayName(*target.table), target.missingColumn),
                   sentenceOfNear(nearColumn(m_catalog, *target.table, target.missingColumn)));
        }
    }

    void checkOwnColumn(const QString& note, const QString& column)
    {
        if (m_comment.table && !columnNamed(m_catalog, *m_comment.table, column) &&
            m_facts.knowsAllColumns(m_source))
            report(CommentProblemKind::ReferenceMissing,
                   QStringLiteral("`%1`: `%2` has no column `%3`.")
                       .arg(note, m_catalog.displayName(*m_comment.table), column));
    }

    void checkWhen(const QString& note, const NoteReference& reference)
    {
        if (!m_comment.table)
            return;
        const auto column = columnNamed(m_catalog, *m_comment.table, reference.whenColumn);
        if (!column)
            return checkOwnColumn(note, reference.whenColumn);
        const QStringList* allowed = m_facts.allowedValues(*column);
        if (allowed != nullptr && !allowed->contains(reference.whenValue))
            report(
                CommentProblemKind::ReferenceMissing,
                QStringLiteral("`%1`: `%2` is never `%3`; it allows only %4.")
                    .arg(note, reference.whenColumn, reference.whenValue, listInWords(*allowed)));
    }

    /// Whether the first of several parts is another source, or a database of this server that
    /// was not opened.
    [[nodiscard]] bool isElsewhere(const WrittenName& name) const
    {
        const Engine engine = m_facts.engineOf(m_source);
        const bool mayBeDatabase = (engine == Engine::MariaDb || engine == Engine::MySql) &&
                                   m_catalog.objects().schemas.size() == 1 &&
                                   name.parts.size() > 1 && !name.columns.isEmpty() &&
                                   name.parts.first() != m_schema;
        if (mayBeDatabase)
            return true;
        const auto& sources = m_catalog.objects().sources;
        return name.parts.size() > 1 && std::ranges::any_of(sources, [&](const Source& source) {
                   return source.name == name.parts.first() ||
                          (m_catalog.objects().sources.size() > 1 &&
                           source.databaseName == name.parts.first());
               });
    }

    /// "references address.street" may mean a part of this column or table's row.
    [[nodiscard]] bool isOwnColumn(const WrittenName& name) const
    {
        return m_comment.table && name.parts.size() > 1 &&
               columnNamed(m_catalog, *m_comment.table, name.parts.first()).has_value();
    }

    void report(CommentProblemKind kind, const QString& sentence, const QString& suggestion = {})
    {
        m_problems.add(kind, m_comment.object, sentence, suggestion);
    }

    const CommentCheckFacts& m_facts;
    const Catalog& m_catalog;
    const CheckedComment& m_comment;
    CommentProblems& m_problems;
    SourceId m_source;
    QString m_schema;
    std::vector<std::pair<TableId, QString>> m_reported; ///< columns that are missing
};

} // namespace

void checkReferences(const CommentCheckFacts& facts, const CheckedComment& comment,
                     CommentProblems& problems)
{
    ReferenceChecker checker(facts, comment, problems);
    for (const TagLine& note : comment.parts.notes) {
        if (note.value.isEmpty())
            continue;
        if (note.name == QLatin1String("references"))
            checker.checkReferencesNote(note.value);
        else if (note.name == QLatin1String("foreignKey"))
            checker.checkForeignKeyNote(note.value);
    }
}

void checkWords(const CommentCheckFacts& facts, const CheckedComment& comment,
                CommentProblems& problems)
{
    const QString& words = comment.parts.words;
    if (words.size() < 3)
        return;
    ReferenceChecker checker(facts, comment, problems);
    checker.checkPhrases(words);
    if (words.contains(QLatin1Char('.')) || words.contains(QLatin1Char('`')))
        checker.checkQualifiedNames(words);
}

} // namespace cadastre
