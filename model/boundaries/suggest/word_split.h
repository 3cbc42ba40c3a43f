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

    /// Stems of the words of a name, in order.
    QStringList stemsOf(const QString& name);

private:
    const QStringList& stemsOfWord(const QString& word);
    [[nodiscard]] QStringList split(const QString& word) const;

    QSet<QString> m_known; ///< stems
    QHash<QString, QStringList> m_stems;
};

} // namespace cadastre::suggest
