// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The command palette: a field and a ranked list over the window. It asks for lines by signal and
// shows those it gets; typing, arrows, Tab, Enter and Escape work without leaving the field. What
// there is to find is known to app/palette_desk.h.
#pragma once

#include "widgets/palette_item.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace cadastre {

class ElidedLabel;
class PaletteModel;

/// What a half-typed term can become: replaces `length` characters of the text from `start` on.
struct PaletteCompletion
{
    qsizetype start = 0;
    qsizetype length = 0;
    QStringList choices;
};

class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    /// A child of the window, above everything else in it; closed.
    explicit CommandPalette(QWidget* window);

    void openWith(const QString& text);
    /// Closes without choosing; dismissed() is emitted.
    void dismiss();
    /// Lines for `text`, best first; ignored when something else has been typed meanwhile. `remark`
    /// is a sentence for a person, or empty.
    void showItems(const QString& text, std::vector<PaletteItem> items, const QString& remark);
    /// How many hits there are, beside the help below the list; hidden where empty.
    void showCount(const QString& count);
    void showCompletion(const PaletteCompletion& completion);
    /// What is said while the first answer is on its way.
    void showBusy(const QString& sentence);
    /// In which part of the window it stands; its height depends on the lines.
    void place();

    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] QString remark() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QToolButton* copyButton() const { return m_copy; }
    [[nodiscard]] const std::vector<PaletteItem>& items() const;

Q_SIGNALS:
    void textChanged(const QString& text, int cursor);
    /// The line was stepped on by arrows: show it, nothing is decided.
    void itemPreviewed(const cadastre::PaletteItem& item);
    /// By Enter or click; `focus`: with Ctrl. The palette is closed.
    void itemChosen(const cadastre::PaletteItem& item, bool focus);
    /// The list of hits is wanted on the clipboard: by the button below the list or Ctrl+Shift+C.
    void copyAsked();
    /// Closed without a choice.
    void dismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpField();
    void setUpList();
    void setUpHelp();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void step(int rows);
    void chooseCurrent(bool focus);
    void takeCompletion(int number);
    void sayCurrent();

    PaletteModel* m_model;
    QLineEdit* m_field;
    QWidget* m_strip;
    QHBoxLayout* m_stripLayout;
    QListView* m_list;
    QLabel* m_remark;
    QWidget* m_foot;
    QLabel* m_count;
    ElidedLabel* m_help;
    QToolButton* m_copy;
    std::vector<QToolButton*> m_chips;
    PaletteCompletion m_completion;
    QPointer<QWidget> m_focusBefore;
};

} // namespace cadastre
