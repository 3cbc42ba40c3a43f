// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/qualified_name.h"

#include <algorithm>

namespace cadastre {

namespace {

QChar closingQuote(QChar opening)
{
    if (opening == QLatin1Char('"') || opening == QLatin1Char('`'))
        return opening;
    return opening == QLatin1Char('[') ? QLatin1Char(']') : QChar();
}

bool sameParts(const QStringList& wanted, const QStringList& parts, Qt::CaseSensitivity cs)
{
    const qsizetype missing = parts.size() - wanted.size();
    return missing >= 0 &&
           std::equal(wanted.begin(), wanted.end(), parts.begin() + missing,
                      [cs](const QString& a, const QString& b) { return a.compare(b, cs) == 0; });
}

} // namespace

QStringList qualifiedNameParts(QStringView text)
{
    text = text.trimmed();
    QStringList parts{QString()};
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isSource = c == QLatin1Char('/') && parts.size() == 1;
        if (!quote.isNull() && c == quote) {
            if (i + 1 < text.size() && text[i + 1] == quote)
                parts.last() += text[++i];
            else
                quote = QChar();
        } else if (!quote.isNull()) {
            parts.last() += c;
        } else if (parts.last().isEmpty() && !closingQuote(c).isNull()) {
            quote = closingQuote(c);
        } else if (c == QLatin1Char('.') || isSource) {
            parts << QString();
        } else {
            parts.last() += c;
        }
    }
    const bool whole = parts.size() > 1 && !parts.contains(QString());
    return whole ? parts : QStringList();
}

int qualifiedNameMatch(const Catalog& catalog, ObjectRef object, const QStringList& parts)
{
    if (parts.size() < 2 ||
        catalog.base(object).name.compare(parts.last(), Qt::CaseInsensitive) != 0)
        return 0;
    const ObjectKey key = catalog.keyOf(object);
    const auto match = [&](const QStringList& names) {
        return sameParts(parts, names, Qt::CaseSensitive)     ? 2
               : sameParts(parts, names, Qt::CaseInsensitive) ? 1
                                                              : 0;
    };
    const int within = match(key.parts);
    if (within > 0)
        return within;
    // as displayName() prints it: with the source, without the default schema
    const QStringList full = QStringList{key.source} + key.parts;
    if (const int exact = match(full); exact > 0)
        return exact;
    const bool isDefault =
        key.parts.size() > 1 &&
        key.parts.first() == catalog.source(catalog.sourceOf(object)).defaultSchema;
    return isDefault ? match(QStringList{key.source} + key.parts.mid(1)) : 0;
}

} // namespace cadastre
