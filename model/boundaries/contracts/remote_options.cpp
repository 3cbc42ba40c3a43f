// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One scanner for the three ways of writing; see the header.
#include "model/boundaries/contracts/remote_options.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Walks over an option text; whatever is not well-formed ends it.
class OptionScanner
{
public:
    explicit OptionScanner(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    void skip(QStringView characters)
    {
        while (!atEnd() && characters.contains(m_text[m_at]))
            ++m_at;
    }

    bool take(QChar character)
    {
        if (atEnd() || m_text[m_at] != character)
            return false;
        ++m_at;
        return true;
    }

    /// Quoted by ' " or `, doubled inside, else everything before one of the characters.
    QString value(QStringView ends)
    {
        if (!atEnd() && QStringView(u"'\"`").contains(m_text[m_at]))
            return quoted(m_text[m_at]);
        const qsizetype from = m_at;
        while (!atEnd() && !ends.contains(m_text[m_at]))
            ++m_at;
        return m_text.mid(from, m_at - from).toString();
    }

    /// Everything before ", " or the end.
    QString untilComma()
    {
        if (!atEnd() && m_text[m_at] == QLatin1Char('\''))
            return quoted(QLatin1Char('\''));
        const qsizetype end = m_text.indexOf(QLatin1String(", "), m_at);
        const qsizetype from = m_at;
        m_at = end < 0 ? m_text.size() : end;
        return m_text.mid(from, m_at - from).toString();
    }

private:
    QString quoted(QChar quote)
    {
        QString text;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] != quote) {
                text += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == quote) {
                text += quote;
                ++m_at;
            } else {
                ++m_at;
                break;
            }
        }
        return text;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

void addOption(RemoteOptions& options, const QString& key, const QString& value)
{
    if (!key.isEmpty())
        options.emplace(key.toLower(), value);
}

} // namespace

RemoteOptions commaOptions(QStringView text)
{
    RemoteOptions options;
    OptionScanner scanner(text);
    while (!scanner.atEnd()) {
        scanner.skip(u", ");
        const QString key = scanner.value(u"=");
        if (!scanner.take(QLatin1Char('=')))
            break;
        addOption(options, key, scanner.untilComma());
    }
    return options;
}

RemoteOptions spaceOptions(QStringView text)
{
    RemoteOptions options;
    OptionScanner scanner(text);
    scanner.skip(u" ");
    while (!scanner.atEnd()) {
        const QString key = scanner.value(u"= ");
        if (scanner.take(QLatin1Char('=')))
            addOption(options, key, scanner.value(u" "));
        scanner.skip(u" =");
    }
    return options;
}

RemoteOptions commentOptions(QStringView text)
{
    RemoteOptions options;
    OptionScanner scanner(text);
    scanner.skip(u", \t\r\n");
    while (!scanner.atEnd()) {
        const QString key = scanner.value(u" ,\"'\t\r\n");
        scanner.skip(u" \t\r\n");
        addOption(options, key, scanner.value(u" ,\t\r\n"));
        scanner.skip(u", \t\r\n");
    }
    return options;
}

QString propertyValue(const ObjectBase& object, QLatin1String label)
{
    const auto found = std::ranges::find(object.properties, label, &Property::label);
    return found == object.properties.end() ? QString() : found->value;
}

} // namespace cadastre
