// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/object_query.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadastre {

namespace {

constexpr QChar quoteMark(u'"');
constexpr QChar escapeMark(u'\\');
constexpr QChar orMark(u'|');
constexpr double noEnd = std::numeric_limits<double>::infinity();

/// "1000", "1k", "1.5M", "2GB"; absent for everything else.
std::optional<double> queryNumber(QStringView text)
{
    text = text.trimmed();
    double factor = 1;
    if (text.size() > 1 && text.back().toLower() == u'b')
        text.chop(1);
    if (text.size() > 1) {
        const QChar unit = text.back().toLower();
        factor = unit == u'k' ? 1e3 : unit == u'm' ? 1e6 : unit == u'g' ? 1e9 : 1;
        if (factor > 1)
            text.chop(1);
    }
    bool valid = false;
    const double number = text.toDouble(&valid);
    return valid && std::isfinite(number) && number >= 0 ? std::optional(number * factor)
                                                         : std::nullopt;
}

std::optional<QueryRange> queryRange(QStringView text)
{
    const bool above = text.startsWith(u'>');
    const bool below = text.startsWith(u'<');
    if (above || below || text.startsWith(u'=')) {
        const bool orEqual = text.size() > 1 && text[1] == u'=';
        const auto number = queryNumber(text.sliced(orEqual ? 2 : 1));
        if (!number)
            return std::nullopt;
        if (above)
            return QueryRange{orEqual ? *number : std::nextafter(*number, noEnd), noEnd};
        if (below)
            return QueryRange{-noEnd, orEqual ? *number : std::nextafter(*number, -noEnd)};
        return QueryRange{*number, *number};
    }
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const auto least = queryNumber(dots < 0 ? text : text.first(dots));
    const auto most = dots < 0 ? least : queryNumber(text.sliced(dots + 2));
    if (!least || !most)
        return std::nullopt;
    return QueryRange{std::min(*least, *most), std::max(*least, *most)};
}

bool isBetweenValues(QChar c)
{
    return c == u',' || c == orMark;
}

QueryValueKind absenceOf(QStringView text, const QueryFieldInfo& field)
{
    const auto is = [&](const char* word) {
        return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    };
    if (!field.mayBeAbsent && field.values != QueryFieldValues::YesNo)
        return QueryValueKind::Text;
    if (is("none") || is("no"))
        return QueryValueKind::None;
    return is("any") || is("yes") || is("*") ? QueryValueKind::Any : QueryValueKind::Text;
}

class QueryReader
{
public:
    explicit QueryReader(QStringView text)
        : m_text(text.first(std::min(text.size(), maximumQueryLength)))
    {
    }

    ObjectQuery read()
    {
        for (skipBlanks(); !atEnd(); skipBlanks())
            readTerm();
        return std::move(m_query);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar current() const { return m_text[m_at]; }
    void skipBlanks()
    {
        while (!atEnd() && current().isSpace())
            ++m_at;
    }

    void problem(qsizetype start, const QString& sentence)
    {
        m_query.problems.push_back({start, m_at - start, sentence});
    }

    void readTerm()
    {
        const qsizetype start = m_at;
        QueryTerm term;
        const bool shout = current() == u'!';
        if (shout || current() == u'-') {
            term.negated = true;
            ++m_at;
            if (atEnd() || current().isSpace()) {
                problem(start, QStringLiteral("“%1” turns around what follows it without a blank: "
                                              "-word, !type:json.")
                                   .arg(m_text[start]));
                return;
            }
        }
        if (current() == quoteMark)
            return readQuotedWord(start, term);
        const qsizetype from = m_at;
        while (!atEnd() && !current().isSpace() && current() != u':')
            ++m_at;
        const QStringView word = m_text.sliced(from, m_at - from);
        if (!atEnd() && current() == u':')
            return readField(start, word, term);
        const QueryFieldInfo* field = shout ? queryField(word) : nullptr;
        if (field != nullptr && field->mayBeAbsent) {
            m_query.terms.push_back(
                {field->field, false, {{QueryValueKind::None, QStringLiteral("none"), {}}}});
            return;
        }
        const QStringList either = word.toString().split(orMark);
        const bool isOne = either.contains(QString()); // half typed: "customers|"
        for (const QString& each : isOne ? QStringList{word.toString()} : either)
            term.values.push_back({QueryValueKind::Text, each, {}});
        m_query.terms.push_back(term);
    }

    void readQuotedWord(qsizetype start, QueryTerm& term)
    {
        const QString text = readQuoted();
        if (text.trimmed().isEmpty())
            return problem(start, QStringLiteral("Nothing stands between the quotes yet."));
        term.values = {{QueryValueKind::Quoted, text, {}}};
        m_query.terms.push_back(term);
    }

    /// The rest where the closing quote is missing.
    QString readQuoted()
    {
        QString text;
        for (++m_at; !atEnd() && current() != quoteMark; ++m_at) {
            if (current() == escapeMark && m_at + 1 < m_text.size() &&
                (m_text[m_at + 1] == quoteMark || m_text[m_at + 1] == escapeMark))
                ++m_at;
            text += current();
        }
        if (!atEnd())
            ++m_at;
        return text;
    }

    void readField(qsizetype start, QStringView name, QueryTerm& term)
    {
        ++m_at;
        const QueryFieldInfo* field = queryField(name);
        const qsizetype valuesStart = m_at;
        while (!atEnd() && !current().isSpace()) {
            const bool quoted = current() == quoteMark;
            const qsizetype from = m_at;
            QString text = quoted ? readQuoted() : QString();
            if (!quoted) {
                while (!atEnd() && !current().isSpace() && !isBetweenValues(current()))
                    ++m_at;
                text = m_text.sliced(from, m_at - from).toString();
            }
            if (!text.isEmpty() && field != nullptr)
                addValue(from, *field, quoted, text, term);
            if (!atEnd() && isBetweenValues(current()))
                ++m_at;
        }
        if (field == nullptr)
            return problem(start, unknownField(name));
        term.field = field->field;
        if (!term.values.empty())
            m_query.terms.push_back(term);
        else if (m_at == valuesStart || m_query.problems.empty() ||
                 m_query.problems.back().start < start)
            problem(start, QStringLiteral("%1: needs a value, for instance %2.")
                               .arg(field->name, QString::fromUtf8(field->example)));
    }

    static QString unknownField(QStringView name)
    {
        const QString nearest = nearestQueryField(name);
        if (!nearest.isEmpty())
            return QStringLiteral("There is no field “%1”; did you mean %2:?").arg(name, nearest);
        return QStringLiteral("There is no field “%1”; among those there are comment:, type:, "
                              "owner:, fk:, in: and kind:. Text with a colon goes in quotes.")
            .arg(name);
    }

    void addValue(qsizetype start, const QueryFieldInfo& field, bool quoted, const QString& text,
                  QueryTerm& term)
    {
        if (quoted) {
            term.values.push_back({QueryValueKind::Quoted, text, {}});
            return;
        }
        const QueryValueKind kind = absenceOf(text, field);
        if (kind != QueryValueKind::Text) {
            term.values.push_back({kind, text, {}});
        } else if (field.values == QueryFieldValues::Number) {
            if (const auto range = queryRange(text))
                term.values.push_back({QueryValueKind::Range, text, *range});
            else
                problem(start, QStringLiteral("%1: takes numbers, for instance %2 or %1:10..20.")
                                   .arg(field.name, QString::fromUtf8(field.example)));
        } else if (field.values == QueryFieldValues::YesNo) {
            problem(start, QStringLiteral("%1: is yes or no, for instance %2.")
                               .arg(field.name, QString::fromUtf8(field.example)));
        } else {
            term.values.push_back({QueryValueKind::Text, text, {}});
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
    ObjectQuery m_query;
};

QString inQueryQuotes(const QString& text)
{
    QString quoted(quoteMark);
    for (const QChar c : text) {
        if (c == quoteMark || c == escapeMark)
            quoted += escapeMark;
        quoted += c;
    }
    return QString(quoted + quoteMark);
}

} // namespace

ObjectQuery parseObjectQuery(QStringView text)
{
    return QueryReader(text).read();
}

QString printQueryValue(const QString& text)
{
    const bool plain = !text.isEmpty() && text.front() != u'-' && text.front() != u'!' &&
                       std::ranges::none_of(text, [](QChar c) {
                           return c.isSpace() || c == quoteMark || c == u':' ||
                                  isBetweenValues(c) || c == u'*' || c == u'?' || c == u'>' ||
                                  c == u'<';
                       });
    const bool isWord = text.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0 ||
                        text.compare(QLatin1String("any"), Qt::CaseInsensitive) == 0 ||
                        text.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0 ||
                        text.compare(QLatin1String("no"), Qt::CaseInsensitive) == 0;
    return plain && !isWord ? text : inQueryQuotes(text);
}

QString printObjectQuery(const ObjectQuery& query)
{
    QStringList terms;
    for (const QueryTerm& term : query.terms) {
        QStringList values;
        for (const QueryValue& value : term.values)
            values << (value.kind == QueryValueKind::Quoted ? inQueryQuotes(value.text)
                                                            : value.text);
        const bool isWord = term.field == QueryField::Word;
        QString text = term.negated ? QString(isWord ? u'-' : u'!') : QString();
        if (!isWord)
            text += QString(queryField(term.field).name) + QLatin1Char(':');
        terms << text + values.join(isWord ? orMark : QChar(u','));
    }
    return terms.join(QLatin1Char(' '));
}

QString queryWords(const ObjectQuery& query)
{
    QStringList words;
    for (const QueryTerm& term : query.terms) {
        if (term.field == QueryField::Word && !term.negated)
            std::ranges::transform(term.values, std::back_inserter(words), &QueryValue::text);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace cadastre
