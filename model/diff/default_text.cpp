// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/default_text.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

QString withoutParentheses(QString text)
{
    while (text.startsWith(QLatin1Char('(')) && text.endsWith(QLatin1Char(')')) &&
           text.indexOf(QLatin1Char(')')) == text.size() - 1)
        text = text.mid(1, text.size() - 2).trimmed();
    return text;
}

/// One way to write it, whoever wrote it.
QString plainDefault(const QString& expression)
{
    static const QRegularExpression cast(QStringLiteral("::[\\w \"]+(\\([0-9, ]*\\))?(\\[\\])?$"));
    static const QRegularExpression now(
        QStringLiteral("^(now|current_timestamp|localtimestamp|datetime)(\\(('now')?[0-9]*\\))?$"));
    static const QRegularExpression quotedNumber(QStringLiteral("^'(-?[0-9.]+)'$"));
    QString text = withoutParentheses(expression.trimmed());
    text = withoutParentheses(text.remove(cast));
    const QString lower = text.toLower();
    if (lower == QLatin1String("null") || lower.startsWith(QLatin1String("nextval(")))
        return {};
    if (now.match(lower).hasMatch())
        return QStringLiteral("now");
    if (lower == QLatin1String("true"))
        return QStringLiteral("1");
    if (lower == QLatin1String("false"))
        return QStringLiteral("0");
    const auto number = quotedNumber.match(text);
    return number.hasMatch() ? number.captured(1) : text;
}

} // namespace

bool meansTheSameDefault(const QString& one, const QString& other)
{
    return plainDefault(one) == plainDefault(other);
}

} // namespace cadastre
