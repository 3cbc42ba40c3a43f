// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Endings of English words, and the plain s of many other languages; see the header.
#include "model/relations/structure/word_forms.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

const QHash<QString, QString>& irregularSingulars()
{
    static const QHash<QString, QString> words{
        {QStringLiteral("people"), QStringLiteral("person")},
        {QStringLiteral("children"), QStringLiteral("child")},
        {QStringLiteral("men"), QStringLiteral("man")},
        {QStringLiteral("women"), QStringLiteral("woman")},
        {QStringLiteral("indices"), QStringLiteral("index")},
        {QStringLiteral("matrices"), QStringLiteral("matrix")},
        {QStringLiteral("vertices"), QStringLiteral("vertex")},
        {QStringLiteral("criteria"), QStringLiteral("criterion")},
        {QStringLiteral("series"), QStringLiteral("series")},
        {QStringLiteral("news"), QStringLiteral("news")},
        {QStringLiteral("movies"), QStringLiteral("movie")},
        {QStringLiteral("cookies"), QStringLiteral("cookie")},
        {QStringLiteral("analyses"), QStringLiteral("analysis")},
        {QStringLiteral("alias"), QStringLiteral("alias")},
        {QStringLiteral("canvas"), QStringLiteral("canvas")},
        {QStringLiteral("atlas"), QStringLiteral("atlas")},
    };
    return words;
}

template <std::size_t N>
bool endsWithOneOf(const QString& word, const std::array<const char*, N>& endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char* ending) { return word.endsWith(QLatin1String(ending)); });
}

} // namespace

QString singularWord(const QString& word)
{
    static constexpr std::array hissing{"sses",  "xes",   "ches",  "shes", "zzes",
                                        "tuses", "nuses", "ruses", "iases"};
    static constexpr std::array singularOnes{"ss", "us", "is"};
    if (word.size() <= 3 || !word.back().isLetter())
        return word;
    if (const auto irregular = irregularSingulars().constFind(word);
        irregular != irregularSingulars().constEnd())
        return *irregular;
    if (word.back() != QLatin1Char('s') || endsWithOneOf(word, singularOnes))
        return word;
    if (word.endsWith(QLatin1String("ies")))
        return QString(word.chopped(3) + QLatin1Char('y'));
    return word.chopped(endsWithOneOf(word, hissing) ? 2 : 1);
}

QString joinedSingular(const QStringList& words, qsizetype from, qsizetype length)
{
    const qsizetype end = length < 0 ? words.size() : from + length;
    QString joined;
    for (qsizetype i = from; i + 1 < end; ++i)
        joined += words[i];
    if (end > from)
        joined += singularWord(words[end - 1]);
    return joined;
}

} // namespace cadastre
