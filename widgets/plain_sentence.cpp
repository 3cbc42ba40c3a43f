// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/plain_sentence.h"

#include <QRegularExpression>

namespace cadastre {

QString plainSentence(const QString& sentence)
{
    if (!sentence.contains(QLatin1Char('`')))
        return sentence;
    static const QRegularExpression named(QStringLiteral("`([^`]+)`"));
    QString text = sentence;
    return text.replace(named, QStringLiteral("\\1"));
}

} // namespace cadastre
