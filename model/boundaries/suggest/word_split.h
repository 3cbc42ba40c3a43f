// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Takes glued words of table names apart, with the words that stand alone in the names of tables
// and columns as the dictionary.
#pragma once

#include "model/catalog/catalog.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace cadastre::suggest {

class WordSplit
{
public:
    explicit WordSplit(const Catalog& catalog);

    /// The words of a name in order, case-folded.
    QStringList wordsOf(const QString& name);

private:
    const QStringList& partsOf(const QString& word);
    [[nodiscard]] QStringList split(const QString& word) const;

    QSet<QString> m_known;               ///< stems
    QHash<QString, QStringList> m_parts; ///< by word
};

} // namespace cadastre::suggest
