// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads and matches patterns on names; see the header.
#include "model/boundaries/ownership/patterns.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isPatternWildcard(QChar c)
{
    return c == QLatin1Char('*') || c == QLatin1Char('?');
}

bool isPatternSourceCharacter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
           (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_') ||
           c == QLatin1Char('-') || isPatternWildcard(c);
}

} // namespace

/// Reads a pattern from left to right.
class NamePatternReader
{
public:
    explicit NamePatternReader(QStringView text)
        : m_text(text.trimmed())
        , m_rest(m_text)
    {
    }

    Result<NamePattern> read()
    {
        if (m_text.isEmpty())
            return Error{QStringLiteral("A pattern is empty: write a name such as billing.* or "
                                        "inv_*."),
                         {}};
        NamePattern pattern;
        readSource(pattern.m_source);
        const Result<NamePattern::Part> first = readPart();
        if (!first)
            return first.error();
        pattern.m_name = *first;
        if (m_rest.isEmpty())
            return pattern;
        m_rest = m_rest.sliced(1); // the dot
        const Result<NamePattern::Part> second = readPart();
        if (!second)
            return second.error();
        pattern.m_schema = *first;
        pattern.m_name = *second;
        if (!m_rest.isEmpty())
            return failure(QStringLiteral("it has more parts than schema and name; put names "
                                          "with a dot in double quotes"));
        return pattern;
    }

private:
    Error failure(const QString& why) const
    {
        return {QStringLiteral("\"%1\" is not a pattern on names: %2.").arg(m_text, why), {}};
    }

    void readSource(NamePattern::Part& source)
    {
        const qsizetype slash = m_rest.indexOf(QLatin1Char('/'));
        if (slash <= 0 || !std::ranges::all_of(m_rest.first(slash), isPatternSourceCharacter))
            return;
        source = plainPart(m_rest.first(slash));
        m_rest = m_rest.sliced(slash + 1);
    }

    static NamePattern::Part plainPart(QStringView text)
    {
        return {text.toString(), std::ranges::none_of(text, isPatternWildcard), true};
    }

    Result<NamePattern::Part> readPart()
    {
        if (m_rest.startsWith(QLatin1Char('"')))
            return readQuotedPart();
        const qsizetype dot = m_rest.indexOf(QLatin1Char('.'));
        const QStringView part = dot < 0 ? m_rest : m_rest.first(dot);
        if (part.isEmpty())
            return failure(QStringLiteral("a name is missing"));
        if (part.contains(QLatin1Char('"')))
            return failure(QStringLiteral("a double quote stands inside a name; put the whole "
                                          "name in double quotes"));
        m_rest = m_rest.sliced(part.size());
        return plainPart(part);
    }

    /// A key's own reader knows quotes and escapes.
    Result<NamePattern::Part> readQuotedPart()
    {
        qsizetype end = 1;
        while (end < m_rest.size()) {
            if (m_rest[end] == QLatin1Char('"')) {
                if (end + 1 >= m_rest.size() || m_rest[end + 1] != QLatin1Char('"'))
                    break;
                ++end;
            }
            ++end;
        }
        if (end >= m_rest.size())
            return failure(QStringLiteral("a closing double quote is missing"));
        const QStringView quoted = m_rest.first(end + 1);
        m_rest = m_rest.sliced(end + 1);
        if (!m_rest.isEmpty() && !m_rest.startsWith(QLatin1Char('.')))
            return failure(QStringLiteral("something stands behind a closing double quote"));
        const Result<ObjectKey> key =
            ObjectKey::fromString(QString(QLatin1String("table:") + quoted.toString()));
        if (!key || key->parts.size() != 1 || key->parts.first().isEmpty())
            return failure(QStringLiteral("what stands in double quotes cannot be read"));
        return NamePattern::Part{key->parts.first(), true, true};
    }

    QStringView m_text;
    QStringView m_rest;
};

Result<NamePattern> NamePattern::fromString(QStringView text)
{
    return NamePatternReader(text).read();
}

bool NamePattern::partMatches(const Part& part, QStringView name)
{
    if (!part.present)
        return true;
    return part.exact ? name == part.text : matchesWildcards(part.text, name);
}

bool NamePattern::matchesPlace(const QString& source, const QString& schema) const
{
    return partMatches(m_schema, schema) && partMatches(m_source, source);
}

bool NamePattern::matchesName(const QString& name) const
{
    return partMatches(m_name, name);
}

/// A fixed character counts four times a `?`; of two texts that fix the same, the one without any
/// wildcard is the more specific one.
int NamePattern::partSpecificity(const Part& part)
{
    if (part.exact)
        return static_cast<int>(4 * part.text.size() + 2);
    int result = 0;
    for (QChar c : part.text) {
        if (c == QLatin1Char('?'))
            result += 1;
        else if (c != QLatin1Char('*'))
            result += 4;
    }
    return result;
}

int NamePattern::specificity() const
{
    int result = partSpecificity(m_name);
    for (const Part* place : {&m_schema, &m_source}) {
        const int fixed = place->present ? partSpecificity(*place) : 0;
        result += fixed > 0 ? fixed + 4 : 0; // the dot or slash is fixed, too
    }
    return result;
}

bool NamePattern::isExact() const
{
    return m_name.exact && (!m_schema.present || m_schema.exact) &&
           (!m_source.present || m_source.exact);
}

QChar NamePattern::firstCharacter() const
{
    const bool isFixed =
        !m_name.text.isEmpty() && (m_name.exact || !isPatternWildcard(m_name.text.front()));
    return isFixed ? m_name.text.front() : QChar();
}

bool matchesWildcards(QStringView wildcards, QStringView text)
{
    qsizetype pattern = 0;
    qsizetype at = 0;
    qsizetype star = -1; // behind the last `*`, and where its match may still grow from
    qsizetype grownTo = 0;
    while (at < text.size()) {
        const bool hasNext = pattern < wildcards.size();
        if (hasNext && wildcards[pattern] == QLatin1Char('*')) {
            star = ++pattern;
            grownTo = at;
        } else if (hasNext && wildcards[pattern] == QLatin1Char('?')) {
            ++pattern;
            at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        } else if (hasNext && wildcards[pattern] == text[at]) {
            ++pattern;
            ++at;
        } else if (star >= 0) {
            pattern = star;
            at = ++grownTo;
        } else {
            return false;
        }
    }
    while (pattern < wildcards.size() && wildcards[pattern] == QLatin1Char('*'))
        ++pattern;
    return pattern == wildcards.size();
}

} // namespace cadastre
