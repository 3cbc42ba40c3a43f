// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/masking.h"

#include <QRegularExpression>

#include <vector>

namespace cadastre {

namespace {

const QString maskText = QStringLiteral("***");

/// Group 1 stays, group 2 is the secret.
QRegularExpression expression(const char* pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern),
                              QRegularExpression::CaseInsensitiveOption);
}

#define SECRET_WORD "(?:ssl)?(?:password|passwd|pwd|secret)"

const QRegularExpression& mayContainSecret()
{
    static const QRegularExpression words = expression("passw|pwd|secret|identified|://");
    return words;
}

const std::vector<QRegularExpression>& everywhere()
{
    static const std::vector<QRegularExpression> patterns{
        expression("([a-z][a-z0-9+.-]*://[^\\s/:@'\"]*:)([^\\s/@'\"]+)(?=@)"),
        expression("(\"" SECRET_WORD "\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)+)(?=\")"),
        expression("(\\b" SECRET_WORD "\\s*(?:=|:=|=>|\\s)\\s*'')((?:[^'])+)(?='')"),
        expression("(\\b" SECRET_WORD "\\s*(?:=|:=|=>|\\s)\\s*')((?!')(?:[^']|'')+)(?=')"),
        expression("(\\b" SECRET_WORD "\\s*=\\s*\")([^\"]+)(?=\")"),
        expression("(\\bidentified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)\\s+(?:password\\s+)?')"
                   "((?:[^']|'')+)(?=')"),
    };
    return patterns;
}

const QRegularExpression& unquotedValue()
{
    static const QRegularExpression pattern =
        expression("(\\b" SECRET_WORD "\\s*=\\s*)([^\\s;,&)'\"]+)");
    return pattern;
}

/// Whether the places of a text stand inside '..', comments left out.
class LiteralFinder
{
public:
    explicit LiteralFinder(const QString& sql)
        : m_sql(sql)
    {
    }

    /// Positions must be asked in ascending order.
    bool isInside(qsizetype position)
    {
        while (m_position < position)
            step();
        return m_inside;
    }

private:
    void step()
    {
        if (m_inside || !skipComment()) {
            if (m_sql.at(m_position) == QLatin1Char('\''))
                m_inside = !m_inside;
            ++m_position;
        }
    }

    bool skipComment()
    {
        const QStringView rest = QStringView(m_sql).mid(m_position, 2);
        const bool line = rest == QLatin1String("--");
        if (!line && rest != QLatin1String("/*"))
            return false;
        const QString ending = line ? QStringLiteral("\n") : QStringLiteral("*/");
        const qsizetype end = m_sql.indexOf(ending, m_position + 2);
        m_position = end < 0 ? m_sql.size() : end + ending.size();
        return true;
    }

    const QString& m_sql;
    qsizetype m_position = 0;
    bool m_inside = false;
};

template <typename Accept>
QString maskedBy(const QString& text, const QRegularExpression& pattern, Accept accept)
{
    QString result;
    qsizetype copied = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (!accept(match.capturedStart(2)))
            continue;
        result += QStringView(text).mid(copied, match.capturedStart(2) - copied) + maskText;
        copied = match.capturedEnd(2);
    }
    return copied == 0 ? text : result + QStringView(text).mid(copied);
}

QString maskedEverywhere(QString text)
{
    for (const QRegularExpression& pattern : everywhere())
        text = maskedBy(text, pattern, [](qsizetype) { return true; });
    return text;
}

} // namespace

QString maskedSql(const QString& sql)
{
    if (!mayContainSecret().match(sql).hasMatch())
        return sql;
    const QString text = maskedEverywhere(sql);
    LiteralFinder literals(text);
    return maskedBy(text, unquotedValue(),
                    [&literals](qsizetype position) { return literals.isInside(position); });
}

QString maskedOptions(const QString& options)
{
    if (!mayContainSecret().match(options).hasMatch())
        return options;
    return maskedBy(maskedEverywhere(options), unquotedValue(), [](qsizetype) { return true; });
}

bool isSecretName(const QString& name)
{
    static const QRegularExpression secret(
        QRegularExpression::anchoredPattern(QStringLiteral(SECRET_WORD)),
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

} // namespace cadastre
