// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/command_synonyms.h"

#include "model/search/fuzzy.h"
#include "model/search/spoken_words.h"
#include "model/search/words.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

struct Synonym
{
    const char* said;    ///< words of people
    const char* written; ///< words of commands
};

constexpr std::array synonyms{
    Synonym{"font fonts fontsize letters readable", "text"},
    Synonym{"larger bigger big large enlarge increase", "larger bigger size zoom"},
    Synonym{"smaller small tiny decrease shrink", "smaller size zoom"},
    Synonym{"magnify scale", "zoom size"},
    Synonym{"picture image png svg pdf screenshot print", "picture export"},
    Synonym{"save download", "save export"},
    Synonym{"theme color colour colors colours scheme appearance mode night", "dark light"},
    Synonym{"settings preferences options config", "text size dark light hints"},
    Synonym{"clipboard", "copy"},
    Synonym{"search look locate", "find"},
    Synonym{"join path route way connect connected", "join"},
    Synonym{"reload reread sync update", "refresh"},
    Synonym{"quit exit leave", "quit close"},
    Synonym{"foreign fk fks link links", "relationships relationship relate"},
    Synonym{"erd er arrange rearrange layout tidy", "diagram lay layout anew"},
    Synonym{"domain service context module", "boundaries boundary"},
    Synonym{"doc docs documentation manual", "manual document export comments"},
    Synonym{"shortcut shortcuts hotkeys keyboard", "keys"},
    Synonym{"compare diff difference delta", "changed changes"},
    Synonym{"tutorial tour onboarding guide", "start hints"},
    Synonym{"description describe", "comment comments"},
    Synonym{"collapse group stack", "fold"},
    Synonym{"revert", "undo"},
    Synonym{"fullscreen maximize", "full screen"},
    Synonym{"all reset", "everything"},
    Synonym{"bookmark", "view views"},
    Synonym{"ai llm gpt chatgpt prompt", "assistant"},
    Synonym{"owner owners owns team teams", "boundary boundaries"},
};

constexpr int titleShare = 100;
constexpr int pathShare = 50;
constexpr int sentenceShare = 40;
constexpr int synonymShare = 70;
constexpr int slipScore = 25;

QStringList synonymWords(const char* text)
{
    return QString::fromLatin1(text).split(u' ');
}

/// The word itself or its beginning, also in the other number.
int beginScore(const QString& wanted, const QString& word)
{
    if (word == wanted)
        return 100;
    if (word.startsWith(wanted))
        return wanted.size() > 1 ? 85 : 60;
    const int alike = wordSimilarity(wanted, word);
    return alike >= 80 ? alike : 0; // same stem or meaning
}

int bestIn(const QString& wanted, const QStringList& words)
{
    int best = 0;
    for (const QString& word : words)
        best = std::max(best, beginScore(wanted, word));
    return best;
}

/// Of one spelling in all texts of a command.
int placesScore(const QString& wanted, const QStringList& title, const QStringList& path,
                const QStringList& sentence)
{
    return std::max({bestIn(wanted, title) * titleShare / 100,
                     bestIn(wanted, path) * pathShare / 100,
                     wanted.size() > 2 ? bestIn(wanted, sentence) * sentenceShare / 100 : 0});
}

} // namespace

QStringList commandWords(const QString& word)
{
    QStringList words{word};
    const QString said = word.toLower();
    for (const Synonym& synonym : synonyms) {
        if (synonymWords(synonym.said).contains(said))
            words += synonymWords(synonym.written);
    }
    words.removeDuplicates();
    return words;
}

int commandTextScore(const QStringList& words, const QString& title, const QString& path,
                     const QString& sentence)
{
    QStringList wanted;
    for (const QString& word : words)
        wanted += nameWords(word);
    if (wanted.isEmpty())
        return 0;
    const QStringList inTitle = nameWords(title);
    const QStringList inPath = nameWords(path);
    const QStringList inSentence = nameWords(sentence);
    int sum = 0;
    for (const QString& word : wanted) {
        int best = placesScore(word, inTitle, inPath, inSentence);
        const QStringList meant = commandWords(word).mid(1);
        for (const QString& other : meant)
            best = std::max(best, placesScore(other, inTitle, {}, {}) * synonymShare / 100);
        const bool slip = best == 0 && std::ranges::any_of(inTitle, [&](const QString& each) {
                              return isMistyped(word, each);
                          });
        if (best == 0 && !slip) // the beginnings of its words, run together
            return similarNameScore(compactName(words.join(QString())), inTitle);
        sum += slip ? slipScore : best;
    }
    const auto count = static_cast<int>(wanted.size());
    const auto told = static_cast<int>(15 * std::min(wanted.size(), inTitle.size()) /
                                       std::max<qsizetype>(1, inTitle.size()));
    return std::max(1, sum / count * 85 / 100 + told);
}

} // namespace cadastre
