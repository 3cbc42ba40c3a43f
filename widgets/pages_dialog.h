// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A window of pages with a sentence above: texts to copy, lists of facts. It stays open beside the
// diagram; an answer can be asked for by one button.
#pragma once

#include "model/catalog/ids.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QTabWidget;

namespace cadastre {

class FactListPage;
class TextPage;

class PagesDialog : public QDialog
{
    Q_OBJECT
public:
    PagesDialog(const QString& title, const QString& headline, QWidget* parent = nullptr);

    TextPage* addText(const QString& title, const QString& text, const QString& fileName);
    FactListPage* addList(const QString& title);
    /// A button beside Close; accepted() is emitted when it is pressed.
    void setAcceptText(const QString& text);

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] QDialogButtonBox* buttons() const { return m_buttons; }
    [[nodiscard]] QString headline() const;

Q_SIGNALS:
    void saveRequested(const QString& text, const QString& fileName);
    void objectActivated(cadastre::ObjectRef object);

private:
    QLabel* m_headline;
    QTabWidget* m_tabs;
    QDialogButtonBox* m_buttons;
};

} // namespace cadastre
