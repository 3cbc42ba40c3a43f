// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks what comments say of the values of a column against CHECKs, enums, its type, and against
// data where somebody allowed that. Sentinels and formats are checked beside this file.
#include "model/notes/checks/comment_check_parts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

QStringList valuesOf(const std::vector<ValueMeaning>& list)
{
    QStringList values;
    for (const ValueMeaning& one : list)
        values << one.value;
    values.removeDuplicates();
    return values;
}

/// 01 explains 1, 1.0 does, too.
bool isSameNumber(const QString& value, const QStringList& others)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && std::ranges::any_of(others, [&](const QString& other) {
               bool ok = false;
               return other.toDouble(&ok) == number && ok && other.size() != value.size();
           });
}

/// Databases print true and false, people write t and F.
bool isSameTruth(const QString& value, const QStringList& others)
{
    return (value == QLatin1String("true") || value == QLatin1String("false")) &&
           others.contains(value.left(1), Qt::CaseInsensitive);
}

/// One column's explained and allowed values.
class ValueComparison
{
public:
    ValueComparison(const CommentCheckFacts& facts, const CheckedComment& comment)
        : m_facts(facts)
        , m_comment(comment)
        , m_noted(notedValues(facts, comment, QStringLiteral("values")))
        , m_explained(valuesOf(m_noted))
        , m_case(facts.engineOf(comment.object) == Engine::MariaDb ||
                         facts.engineOf(comment.object) == Engine::MySql
                     ? Qt::CaseInsensitive
                     : Qt::CaseSensitive)
    {
    }

    void report(CommentProblems& problems) const
    {
        if (m_explained.isEmpty())
            return;
        if (const QStringList* allowed = m_facts.allowedValues(*m_comment.column))
            reportAgainst(*allowed, problems);
        else
            reportAgainstType(problems);
    }

private:
    void reportAgainst(const QStringList& allowed, CommentProblems& problems) const
    {
        const QStringList unexplained = without(allowed, explainedAnywhere());
        const QStringList impossible = without(m_explained, allowed);
        if (unexplained.isEmpty() && impossible.isEmpty())
            return;
        QString sentence;
        if (impossible.isEmpty())
            sentence = QStringLiteral("%1 allows %2; `@values` does not explain %3.")
                           .arg(limit(), listInWords(allowed), listInWords(unexplained));
        else if (impossible.size() == m_explained.size())
            sentence = QStringLiteral("`@values` explains %1, but %2 allows only %3.")
                           .arg(listInWords(m_explained), limitInside(), listInWords(allowed));
        else
            sentence =
                QStringLiteral("`@values` explains %1, which %2 does not allow%3.")
                    .arg(listInWords(impossible), limitInside(),
                         unexplained.isEmpty() ? QString()
                                               : QString(QStringLiteral("; it does not explain ") +
                                                         listInWords(unexplained)));
        QString suggestion = noteFor(allowed);
        if (impossible.size() == m_explained.size()) {
            if (const QString sibling = siblingWith(m_explained); !sibling.isEmpty()) {
                sentence += QStringLiteral(" These are the values of `%1`.").arg(sibling);
                suggestion = QStringLiteral("Swap the comment with that of `%1`.").arg(sibling);
            }
        }
        problems.add(CommentProblemKind::ValuesDiffer, m_comment.object, sentence, suggestion);
    }

    void reportAgainstType(CommentProblems& problems) const
    {
        QStringList impossible;
        for (const QString& value : m_explained) {
            if (!fitsColumnType(m_facts, *m_comment.column, value))
                impossible << value;
        }
        if (!impossible.isEmpty())
            problems.add(CommentProblemKind::ValuesDiffer, m_comment.object,
                         QStringLiteral("`@values` explains %1, but no %2 can be that.")
                             .arg(listInWords(impossible), column().type));
    }

    /// What @values, @sentinel and @null of the comment explain together.
    [[nodiscard]] QStringList explainedAnywhere() const
    {
        return m_explained + valuesOf(notedValues(m_facts, m_comment, QStringLiteral("sentinel")));
    }

    [[nodiscard]] QStringList without(const QStringList& values, const QStringList& others) const
    {
        QStringList rest;
        std::ranges::copy_if(values, std::back_inserter(rest), [&](const QString& value) {
            return !others.contains(value, m_case) && !isSameNumber(value, others);
        });
        return rest;
    }

    /// The list that the column needs, with the meanings that are known.
    [[nodiscard]] QString noteFor(const QStringList& allowed) const
    {
        std::vector<ValueMeaning> values;
        for (const QString& value : allowed) {
            const auto known = std::ranges::find_if(m_noted, [&](const ValueMeaning& one) {
                return one.value.compare(value, m_case) == 0;
            });
            values.push_back({value, known == m_noted.end() ? QString() : known->meaning});
        }
        return QString(QLatin1String("@values ") + printValueList(values));
    }

    [[nodiscard]] QString siblingWith(const QStringList& values) const
    {
        const Catalog& catalog = m_facts.catalog();
        int index = catalog.firstColumn(*m_comment.table).index;
        for (const Column& sibling : catalog.columnsOf(*m_comment.table)) {
            const ColumnId id{index++};
            const QStringList* allowed =
                id == m_comment.column ? nullptr : m_facts.allowedValues(id);
            if (allowed != nullptr && without(values, *allowed).isEmpty() &&
                without(*allowed, values).isEmpty())
                return sibling.name;
        }
        return {};
    }

    [[nodiscard]] const Column& column() const
    {
        return m_facts.catalog().column(*m_comment.column);
    }
    [[nodiscard]] bool isEnum() const
    {
        const Column& one = column();
        return one.type.startsWith(QLatin1String("enum("), Qt::CaseInsensitive) ||
               one.type.startsWith(QLatin1String("set("), Qt::CaseInsensitive) ||
               (one.userType && m_facts.catalog().type(*one.userType).kind == TypeKind::Enum);
    }
    [[nodiscard]] QString limit() const
    {
        return isEnum() ? QStringLiteral("The type") : QStringLiteral("The CHECK");
    }
    [[nodiscard]] QString limitInside() const
    {
        return isEnum() ? QStringLiteral("the type") : QStringLiteral("the CHECK");
    }

    const CommentCheckFacts& m_facts;
    const CheckedComment& m_comment;
    std::vector<ValueMeaning> m_noted;
    QStringList m_explained;
    Qt::CaseSensitivity m_case;
};

/// Words and numbers of a text, as they stand.
QSet<QString> tokensOf(const QString& text)
{
    static const QRegularExpression token(QStringLiteral("-?[\\w]+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> tokens;
    for (auto it = token.globalMatch(text); it.hasNext();)
        tokens.insert(it.next().captured());
    return tokens;
}

} // namespace

void checkValues(const CommentCheckFacts& facts, const CheckedComment& comment,
                 CommentProblems& problems)
{
    ValueComparison(facts, comment).report(problems);
}

/// Words that list every value of a neighbour and none of the column's own belong to the neighbour.
void checkValuesInWords(const CommentCheckFacts& facts, const CheckedComment& comment,
                        CommentProblems& problems)
{
    constexpr qsizetype fewestValues = 3;
    const QStringList* own =
        comment.parts.words.size() < 8 ? nullptr : facts.allowedValues(*comment.column);
    if (own == nullptr)
        return;
    const QSet<QString> tokens = tokensOf(comment.parts.words);
    const auto isSaid = [&](const QString& value) { return tokens.contains(value); };
    if (std::ranges::any_of(*own, isSaid))
        return;
    const Catalog& catalog = facts.catalog();
    int index = catalog.firstColumn(*comment.table).index;
    for (const Column& sibling : catalog.columnsOf(*comment.table)) {
        const ColumnId id{index++};
        const QStringList* values = id == comment.column ? nullptr : facts.allowedValues(id);
        if (values == nullptr || values->size() < fewestValues ||
            !std::ranges::all_of(*values, isSaid))
            continue;
        problems.add(CommentProblemKind::ValuesDiffer, comment.object,
                     QStringLiteral("The words explain %1, which are the values of `%2`; this "
                                    "column allows only %3.")
                         .arg(listInWords(*values), sibling.name, listInWords(*own)),
                     QStringLiteral("Swap the comment with that of `%1`.").arg(sibling.name));
        return;
    }
}

void checkValuesAgainstData(const CommentCheckFacts& facts, const CheckedComment& comment,
                            CommentProblems& problems)
{
    if (facts.input().occurring == nullptr)
        return;
    const auto found = facts.input().occurring->constFind(*comment.column);
    if (found == facts.input().occurring->constEnd())
        return;
    const QStringList explained = valuesOf(notedValues(facts, comment, QStringLiteral("values")));
    if (explained.isEmpty())
        return;
    const QStringList known =
        explained + valuesOf(notedValues(facts, comment, QStringLiteral("sentinel")));
    QStringList unexplained;
    std::ranges::copy_if(*found, std::back_inserter(unexplained), [&](const QString& value) {
        return !known.contains(value) && !isSameNumber(value, known) && !isSameTruth(value, known);
    });
    if (!unexplained.isEmpty())
        problems.add(CommentProblemKind::ValuesDiffer, comment.object,
                     QStringLiteral("The rows hold %1, which `@values` does not explain.")
                         .arg(listInWords(unexplained)));
}

} // namespace cadastre
