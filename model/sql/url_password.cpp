// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finding and taking out the password of a server's URL.
#include "model/sql/server_url.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

/// The pieces of `scheme://authority rest?query`, as text, put together they are the URL again.
struct UrlPieces
{
    QString scheme; ///< with ://
    QString userPart;
    bool hasUserPart = false;
    QString hostAndPath;
    QString query; ///< with ?
};

/// A password that was not percent-encoded may contain `/` or `?`; then the user part ends at the
/// last `@` although a slash stands before it. That is told by a "port" that is no number.
qsizetype endOfUserPart(const QString& rest)
{
    const qsizetype authorityEnd = rest.indexOf(QRegularExpression(QStringLiteral("[/?]")));
    const QString authority = rest.left(authorityEnd);
    if (const qsizetype at = authority.lastIndexOf(QLatin1Char('@')); at >= 0)
        return at;
    static const QRegularExpression portNotNumeric(QStringLiteral("^[^:\\[\\],]*:(?!\\d*$|\\d*,)"));
    if (!portNotNumeric.match(authority).hasMatch())
        return -1;
    return rest.lastIndexOf(QLatin1Char('@'));
}

UrlPieces piecesOf(const QString& url)
{
    UrlPieces pieces;
    const qsizetype schemeEnd = url.indexOf(QLatin1String("://")) + 3;
    pieces.scheme = url.left(schemeEnd);
    QString rest = url.mid(schemeEnd);
    if (const qsizetype at = endOfUserPart(rest); at >= 0) {
        pieces.hasUserPart = true;
        pieces.userPart = rest.left(at);
        rest = rest.mid(at + 1);
    }
    const qsizetype question = rest.indexOf(QLatin1Char('?'));
    pieces.hostAndPath = rest.left(question);
    if (question >= 0)
        pieces.query = rest.mid(question);
    return pieces;
}

QString parameterName(const QString& parameter)
{
    return percentDecoded(parameter.section(QLatin1Char('='), 0, 0)).toLower();
}

bool isPasswordParameter(const QString& parameter)
{
    static const QStringList names{QStringLiteral("password"), QStringLiteral("passwd"),
                                   QStringLiteral("pwd"), QStringLiteral("sslpassword")};
    return names.contains(parameterName(parameter));
}

QStringList parametersOf(const QString& query)
{
    return query.mid(1).split(QLatin1Char('&'), Qt::SkipEmptyParts);
}

} // namespace

bool containsPassword(const QString& url)
{
    const UrlPieces pieces = piecesOf(url);
    if (!pieces.userPart.section(QLatin1Char(':'), 1).isEmpty())
        return true;
    const QStringList parameters = parametersOf(pieces.query);
    return std::ranges::any_of(parameters, isPasswordParameter);
}

UrlWithPassword splitPassword(const QString& url)
{
    if (!isPostgreSqlUrl(url) && !isMariaDbUrl(url))
        return {url, {}};
    const UrlPieces pieces = piecesOf(url);
    UrlWithPassword result;
    result.password = percentDecoded(pieces.userPart.section(QLatin1Char(':'), 1));
    QStringList kept;
    const QStringList parameters = parametersOf(pieces.query);
    for (const QString& parameter : parameters) {
        if (!isPasswordParameter(parameter))
            kept << parameter;
        else if (parameterName(parameter) != QLatin1String("sslpassword"))
            result.password = percentDecoded(parameter.section(QLatin1Char('='), 1));
    }
    result.url = pieces.scheme;
    if (pieces.hasUserPart)
        result.url += pieces.userPart.section(QLatin1Char(':'), 0, 0) + QLatin1Char('@');
    result.url += pieces.hostAndPath;
    if (!kept.isEmpty())
        result.url += QLatin1Char('?') + kept.join(QLatin1Char('&'));
    return result;
}

} // namespace cadastre
