// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Word lists of polymorphic pairs, in several languages; see the header.
#include "model/relations/structure/polymorphic_names.h"

#include "model/relations/structure/word_forms.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

QSet<QString> setOfWords(const char* words)
{
    const QStringList list = QString::fromUtf8(words).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

const QSet<QString>& wordsForKinds()
{
    static const QSet<QString> words = setOfWords(
        "type kind class typ art klasse tipo clase classe soort tip klass тип вид 类型 種類");
    return words;
}

const QSet<QString>& wordsForTables()
{
    static const QSet<QString> words = setOfWords("table model module tabelle tabla tabela tbl "
                                                  "classname tablename modelname таблица");
    return words;
}

/// Things that stand for the name of their kind when no word for a kind is there: entity,
/// entity_id.
const QSet<QString>& bareWords()
{
    static const QSet<QString> words = setOfWords("entity object resource context subject bundle "
                                                  "entityname objet entité objekt entität objeto "
                                                  "entidad entidade oggetto объект сущность");
    return words;
}

const QSet<QString>& wordsForIds()
{
    static const QSet<QString> words =
        setOfWords("id uuid guid pk fk oid sk identifier identity cod "
                   "codigo");
    return words;
}

/// Words that also mean something else than an id.
const QSet<QString>& wordsForNumbers()
{
    static const QSet<QString> words = setOfWords("key no nr num number ref");
    return words;
}

const QSet<QString>& genericWords()
{
    static const QSet<QString> words = setOfWords(
        "object entity item record row target source subject resource model owner parent reference "
        "ref related relation rel linked link associated association element node attached bean "
        "thing context origin container obj ent src dest destination referenced holder foreign rec "
        "tgt fk primary pk scope content "
        "objet entite entité ressource élément enregistrement objekt entität datensatz quelle ziel "
        "bezug referenz besitzer objeto entidad entidade registro recurso elemento origen origem "
        "destino referencia referência oggetto entita объект сущность");
    return words;
}

const QSet<QString>& rowWords()
{
    static const QSet<QString> words = setOfWords(
        "record row object entity item target ref reference primary foreign pk model element "
        "related source obj rec res fk bean class datensatz registro enregistrement objet objekt "
        "objeto");
    return words;
}

const QSet<QString>& actorWords()
{
    static const QSet<QString> words =
        setOfWords("author actor creator causer sender recipient receiver initiator performer "
                   "principal assignee requester reporter reader grantee requestor executor "
                   "submitter invitee inviter follower followee notifier participant beneficiary "
                   "payer payee issuer originator voter tagger rater liker mentioner reviewer "
                   "approver viewer uploader subscriber by "
                   "autor auteur absender empfänger");
    return words;
}

bool isDigitsOnly(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

/// The last word that is no number: item 2 -> item.
QString lastWord(const QStringList& words)
{
    for (qsizetype i = words.size() - 1; i >= 0; --i) {
        if (!isDigitsOnly(words[i]))
            return words[i];
    }
    return {};
}

bool endsWithWordOf(const QStringList& words, const QSet<QString>& set)
{
    return set.contains(lastWord(words)) || set.contains(singularWord(lastWord(words)));
}

/// What was done to it, as in customized_type, journalized_type: whatever it was.
bool isParticiple(const QString& word)
{
    return word.size() >= 6 && word.endsWith(QLatin1String("ed"));
}

/// objecttype -> object; only where no other letter case or separator splits the name.
std::optional<QString> gluedStem(const QString& word, std::initializer_list<const char*> endings)
{
    for (const char* ending : endings) {
        const QLatin1String tail(ending);
        if (word.size() >= tail.size() + 2 && word.endsWith(tail))
            return word.chopped(tail.size());
    }
    return std::nullopt;
}

/// owner_type_name, target_table_name, entity_class_name -> without `name`; `class_name` stays.
QStringList withoutNameWord(const QStringList& words)
{
    static const QSet<QString> naming = setOfWords("name nom nombre nome code");
    if (words.size() >= 2 && naming.contains(words.back()) &&
        (wordsForKinds().contains(words[words.size() - 2]) ||
         wordsForTables().contains(words[words.size() - 2])))
        return words.first(words.size() - 1);
    return words;
}

/// The model of a product, the module of a course.
bool hasOtherMeaning(const QString& tableWord)
{
    return tableWord == QLatin1String("model") || tableWord == QLatin1String("module");
}

std::optional<TypeColumnName> registryName(const QStringList& words)
{
    if (words.size() < 2 ||
        (words.back() != QLatin1String("id") && words.back() != QLatin1String("pk")))
        return std::nullopt;
    const QStringList named = words.first(words.size() - 1);
    const QStringList thing = withoutNameWord(named);
    if (thing.size() == 1 && named.size() == 2 && wordsForKinds().contains(thing.back()))
        return TypeColumnName{TypeColumnForm::Registry, {}, true}; // class_name_id
    if (thing.size() >= 2 && wordsForKinds().contains(thing.back()))
        return TypeColumnName{TypeColumnForm::Registry, thing.first(thing.size() - 1)};
    if (wordsForTables().contains(thing.back()))
        return TypeColumnName{TypeColumnForm::Registry, thing.first(thing.size() - 1), true,
                              hasOtherMeaning(thing.back())};
    return std::nullopt;
}

} // namespace

std::optional<TypeColumnName> typeColumnName(const QStringList& allWords)
{
    if (allWords.isEmpty())
        return std::nullopt;
    if (allWords.size() >= 2 && isDigitsOnly(allWords.back())) {
        auto name = typeColumnName(allWords.first(allWords.size() - 1));
        if (name)
            name->stem << allWords.back();
        return name;
    }
    if (auto registry = registryName(allWords))
        return registry;
    const QStringList words = withoutNameWord(allWords);
    const bool named = words.size() < allWords.size();
    const QStringList front = words.first(words.size() - 1);
    if (wordsForTables().contains(words.back())) {
        const bool weak = !named && hasOtherMeaning(words.back());
        return TypeColumnName{TypeColumnForm::Table, front, true, weak};
    }
    if (wordsForKinds().contains(words.back())) {
        const bool isClassName = named && words.back() != QLatin1String("type");
        return TypeColumnName{
            isClassName && front.isEmpty() ? TypeColumnForm::Table : TypeColumnForm::Type, front};
    }
    if (words.size() >= 2 && wordsForKinds().contains(words.front()))
        return TypeColumnName{TypeColumnForm::Type, words.sliced(1)};
    if (words.size() == 1) {
        if (const auto stem = gluedStem(words.front(), {"type", "kind", "class", "tipo"}))
            return TypeColumnName{TypeColumnForm::Type, {*stem}};
    }
    if (words.size() == 1 && bareWords().contains(words.front()))
        return TypeColumnName{TypeColumnForm::Bare, words};
    if (words == QStringList{QStringLiteral("entity"), QStringLiteral("name")})
        return TypeColumnName{TypeColumnForm::Bare, front};
    return std::nullopt;
}

IdColumnName idColumnName(const QStringList& words)
{
    if (words.size() >= 2 && isDigitsOnly(words.back())) {
        IdColumnName name = idColumnName(words.first(words.size() - 1));
        name.stem << words.back();
        return name;
    }
    if (words.size() >= 2 && wordsForIds().contains(words.back()))
        return {words.first(words.size() - 1), IdWord::Id};
    if (words.size() >= 2 && wordsForNumbers().contains(words.back()))
        return {words.first(words.size() - 1), IdWord::Number};
    static const QSet<QString> leading = setOfWords("id uuid fk cod codigo");
    if (words.size() >= 2 && leading.contains(words.front()))
        return {words.sliced(1), IdWord::Id};
    if (words.size() == 1 && wordsForIds().contains(words.front()))
        return {{}, IdWord::Id};
    if (words.size() == 1) {
        if (const auto stem = gluedStem(words.front(), {"uuid", "id"}))
            return {{*stem}, IdWord::Id};
        if (const auto stem = gluedStem(words.front(), {"key"}))
            return {{*stem}, IdWord::Number};
    }
    return {words, IdWord::None};
}

bool isGenericThing(const QStringList& stem)
{
    return endsWithWordOf(stem, genericWords()) || isParticiple(lastWord(stem));
}

bool isActor(const QStringList& stem)
{
    return endsWithWordOf(stem, actorWords());
}

bool isAbility(const QStringList& stem)
{
    static constexpr std::array others{
        "table",   "variable", "stable",   "timetable", "vegetable", "available", "enable",
        "disable", "portable", "eligible", "visible",   "possible",  "constable"};
    const QString word = lastWord(stem);
    return word.size() >= 6 &&
           (word.endsWith(QLatin1String("able")) || word.endsWith(QLatin1String("ible"))) &&
           std::none_of(others.begin(), others.end(),
                        [&](const char* other) { return word == QLatin1String(other); });
}

bool isRowOfAnyTable(const QStringList& stem)
{
    return !stem.isEmpty() && std::all_of(stem.begin(), stem.end(), [](const QString& word) {
        return rowWords().contains(word) || isDigitsOnly(word);
    });
}

QString joinedStem(const QStringList& stem)
{
    static const QHash<QString, QString> spelledOut{
        {QStringLiteral("ref"), QStringLiteral("reference")},
        {QStringLiteral("obj"), QStringLiteral("object")},
        {QStringLiteral("src"), QStringLiteral("source")},
        {QStringLiteral("dest"), QStringLiteral("destination")},
        {QStringLiteral("ent"), QStringLiteral("entity")},
        {QStringLiteral("rec"), QStringLiteral("record")},
        {QStringLiteral("tgt"), QStringLiteral("target")},
        {QStringLiteral("rel"), QStringLiteral("related")},
    };
    QString joined;
    for (const QString& word : stem)
        joined += singularWord(spelledOut.value(word, word));
    return joined;
}

} // namespace cadastre
