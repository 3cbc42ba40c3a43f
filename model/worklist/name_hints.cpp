// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lists of words that names are made of; see the header.
#include "model/worklist/name_hints.h"

#include "model/relations/names/word_roles.h"
#include "model/search/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

QSet<QString> wordSet(const char* words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

bool isNumber(const QString& word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
}

/// The words without digits at the end: flag1 -> flag.
QStringList withoutNumbers(QStringList words)
{
    while (words.size() > 1 && isNumber(words.last()))
        words.removeLast();
    return words;
}

std::optional<TablePromise> promiseOf(const QString& word)
{
    static const QHash<QString, TablePromise> promises = [] {
        QHash<QString, TablePromise> table;
        const auto add = [&](TablePromise promise, const char* words) {
            for (const QString& one : wordSet(words))
                table[one] = promise;
        };
        add(TablePromise::Temporary, "tmp temp temporary scratch todelete delme");
        add(TablePromise::Old, "old deprecated obsolete unused dead outdated alt");
        add(TablePromise::Backup, "bak backup bkp bck bkup copy kopie sicherung save saved");
        add(TablePromise::Test, "test testing dummy sandbox");
        add(TablePromise::New, "new neu");
        return table;
    }();
    const auto found = promises.constFind(word);
    return found == promises.constEnd() ? std::nullopt : std::optional(*found);
}

/// The name without its first or last word, as it is written.
QString withoutWord(const QString& name, bool first, qsizetype length)
{
    const auto isSeparator = [](QChar c) { return !c.isLetterOrNumber(); };
    if (first) {
        qsizetype at = 0;
        while (at < name.size() && isSeparator(name[at]))
            ++at;
        at += length;
        while (at < name.size() && isSeparator(name[at]))
            ++at;
        return name.mid(at);
    }
    qsizetype end = name.size();
    while (end > 0 && (isSeparator(name[end - 1]) || name[end - 1].isDigit()))
        --end;
    end = std::max<qsizetype>(0, end - length);
    while (end > 0 && isSeparator(name[end - 1]))
        --end;
    return name.left(end);
}

bool isMomentWord(const QStringList& words)
{
    static const QSet<QString> last = wordSet(
        "date datum fecha since until birthday dob birthdate timestamp datetime dt ts expires "
        "deadline when");
    static const QSet<QString> anywhere = wordSet("date datum fecha timestamp datetime");
    static const QSet<QString> short2 = wordSet("at on");
    static const QSet<QString> noMoment =
        wordSet("format type zone name id mode range style year month day hour minute second week "
                "quarter jahr monat tag");
    if (last.contains(words.last()))
        return true;
    if (words.size() > 1 && short2.contains(words.last()))
        return !words.first().isEmpty() && words[words.size() - 2] != QLatin1String("look");
    return std::ranges::any_of(words,
                               [&](const QString& word) { return anywhere.contains(word); }) &&
           !noMoment.contains(words.last());
}

bool isActorWord(const QStringList& words)
{
    static const QSet<QString> identifiers = wordSet("id no nr code number user");
    const QString& last = words.last();
    const WordRoles roles = wordRoles(last);
    if (words.size() > 1 && last == QLatin1String("by"))
        return wordRoles(words[words.size() - 2]).testFlag(WordRole::Action);
    if (words.size() > 1 && (last == QLatin1String("to") || last == QLatin1String("for")))
        return words[words.size() - 2] == QLatin1String("assigned");
    // words that mean other things, too: of logins, machines, leads
    static const QSet<QString> others =
        wordSet("provider host guest poster lead rep issuer caller");
    if (roles.testFlag(WordRole::PersonRole))
        return !others.contains(last);
    return words.size() > 1 && identifiers.contains(last) &&
           wordRoles(words[words.size() - 2]).testFlag(WordRole::PersonRole) &&
           !identifiers.contains(words[words.size() - 2]);
}

} // namespace

TableNameHint tableNameHint(const QString& name)
{
    static const QSet<QString> empty =
        wordSet("data info misc stuff thing object record value various general other table tbl "
                "entity item list log1 x y t a b generic common information daten sonstige");
    TableNameHint hint;
    const QStringList words = withoutNumbers(nameWords(name));
    if (words.isEmpty())
        return hint;
    if (words.size() > 1) {
        for (const bool first : {true, false}) {
            const QString& word = first ? words.first() : words.last();
            const auto promise = promiseOf(word);
            // "save game", "new customer" promise nothing at the beginning
            const bool counts =
                promise &&
                !(first && (*promise == TablePromise::New || word == QLatin1String("save") ||
                            word == QLatin1String("saved") || word == QLatin1String("copy") ||
                            word == QLatin1String("test") || word == QLatin1String("testing")));
            if (counts && !hint.promise) {
                hint.promise = promise;
                hint.rest = withoutWord(name, first, word.size());
            }
        }
    }
    hint.saysNothing = words.size() == 1 && empty.contains(words.first());
    return hint;
}

QString tablePromiseWord(TablePromise promise)
{
    switch (promise) {
    case TablePromise::Temporary:
        return QStringLiteral("temporary");
    case TablePromise::Old:
        return QStringLiteral("old");
    case TablePromise::Backup:
        return QStringLiteral("a backup copy");
    case TablePromise::Test:
        return QStringLiteral("a test");
    case TablePromise::New:
        return QStringLiteral("new");
    }
    Q_UNREACHABLE();
}

ColumnNameHint columnNameHint(const QString& name)
{
    static const QSet<QString> numbered =
        wordSet("flag field attr attribute col column custom value val param option data misc info "
                "extra reserve reserved spare text string num number user feld merkmal char udf "
                "cf code type f c v x free dummy");
    static const QSet<QString> nothing =
        wordSet("misc stuff dummy spare thing foo bar var val flag flags");
    static const QSet<QString> codes =
        wordSet("status state type kind level category class mode phase stage severity priority "
                "result reason typ art zustand estado statut etat tipo grade tier channel flags "
                "stat sts");
    static const QSet<QString> blobs =
        wordSet("data payload info extra extras meta metadata attributes attrs props properties "
                "options settings config configuration params parameters preferences prefs json "
                "xml custom fields raw context misc blob daten");
    ColumnNameHint hint;
    const QStringList all = nameWords(name);
    const QStringList words = withoutNumbers(all);
    if (words.isEmpty())
        return hint;
    const bool isNumbered = words.size() < all.size();
    hint.saysNothing = words.size() == 1 && ((isNumbered && numbered.contains(words.first())) ||
                                             nothing.contains(words.first()));
    const bool endsInCode = words.size() > 1 && words.last() == QLatin1String("code");
    // id_nomenclature_type is an id
    hint.isCode =
        (codes.contains(words.last()) || (endsInCode && codes.contains(words[words.size() - 2]))) &&
        !words.contains(QStringLiteral("id"));
    hint.isWholeCode = hint.isCode && words.size() == 1 && !isNumbered;
    hint.isMoment = isMomentWord(words);
    hint.isBlob = blobs.contains(words.last());
    hint.isActor = isActorWord(words);
    return hint;
}

} // namespace cadastre
