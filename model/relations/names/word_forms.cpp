// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Taking endings off words; see the header.
#include "model/relations/names/word_forms.h"

#include <QHash>

namespace cadastre {

namespace {

const QHash<QString, QString>& irregularPlurals()
{
    static const QHash<QString, QString> table{
        {QStringLiteral("people"), QStringLiteral("person")},
        {QStringLiteral("persons"), QStringLiteral("person")},
        {QStringLiteral("children"), QStringLiteral("child")},
        {QStringLiteral("men"), QStringLiteral("man")},
        {QStringLiteral("women"), QStringLiteral("woman")},
        {QStringLiteral("indices"), QStringLiteral("index")},
        {QStringLiteral("matrices"), QStringLiteral("matrix")},
        {QStringLiteral("vertices"), QStringLiteral("vertex")},
        {QStringLiteral("criteria"), QStringLiteral("criterion")},
        {QStringLiteral("media"), QStringLiteral("medium")},
        {QStringLiteral("data"), QStringLiteral("datum")},
        {QStringLiteral("analyses"), QStringLiteral("analysis")},
        {QStringLiteral("quizzes"), QStringLiteral("quiz")},
        {QStringLiteral("leaves"), QStringLiteral("leaf")},
        {QStringLiteral("lives"), QStringLiteral("life")},
    };
    return table;
}

/// Of Latin, Cyrillic and Greek letters; the signs of soft and short sounds end words as vowels do.
bool isVowel(QChar c)
{
    static const QString vowels = QStringLiteral("aeiouyаеёиоуыэюяіїєйьαεηιουωάέήίόύώ");
    return vowels.contains(c);
}

bool endsWithPluralLetter(const QString& word)
{
    const QChar last = word.back();
    return last == QLatin1Char('s') || last == QLatin1Char('e') || last == QChar(u'σ');
}

} // namespace

QString wordStem(const QString& word)
{
    QString stem = irregularPlurals().value(word, word);
    const qsizetype shortest = 3;
    while (stem.size() > shortest && endsWithPluralLetter(stem))
        stem.chop(1);
    if (stem.size() > shortest && stem.endsWith(QLatin1Char('y')))
        stem.back() = QLatin1Char('i');
    return stem;
}

QString looseStem(const QString& word)
{
    QString stem = wordStem(word);
    const qsizetype shortest = 4;
    if (stem.size() > shortest + 1 && stem.endsWith(QLatin1String("en")))
        stem.chop(2);
    else if (stem.size() > shortest + 1 &&
             (stem.endsWith(QLatin1String("er")) || stem.endsWith(QLatin1String("or"))))
        return stem;
    while (stem.size() > shortest && isVowel(stem.back()))
        stem.chop(1);
    return stem;
}

bool isAbbreviation(QStringView shortForm, QStringView word)
{
    if (shortForm.size() < 2 || shortForm.size() >= word.size() || shortForm[0] != word[0])
        return false;
    if (word.startsWith(shortForm))
        return shortForm.size() >= 3 || word.size() <= 6;
    qsizetype at = 0;
    for (QChar c : shortForm) {
        while (at < word.size() && word[at] != c)
            ++at;
        if (at++ >= word.size())
            return false;
    }
    // letters in order is much for a short form: behind how the word begins (`dep` of `dept`) it
    // must look like consonants of the word
    qsizetype same = 1;
    while (shortForm[same] == word[same])
        ++same;
    qsizetype vowels = 0;
    for (const QChar c : shortForm.sliced(same))
        vowels += isVowel(c) && c != QLatin1Char('y') ? 1 : 0;
    return vowels == 0 && shortForm.size() * 3 >= word.size();
}

} // namespace cadastre
