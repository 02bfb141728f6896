#pragma once

#include "StoreDesk.h"

#include "tests/window/GuiWatch.h"
#include "tests/window/Typist.h"
#include "ui/MainWindow.h"

#include <QTemporaryDir>

#include <memory>

namespace reviewdesk {

/// The program's window over a workspace made for the test, started as the program starts it, and a person before it
/// who has only the keyboard. Steps say false when the screen did not answer them.
class Seat {
public:
    Seat();

    /// Shows the window and waits until it has the keyboard.
    bool open();
    /// On the sign-in screen: names the account, types its passphrase and waits for the worklist.
    bool signIn(const QString &account);
    /// Locks the screen and leaves it to another account.
    bool handOver(const QString &account);
    /// Ctrl+N, then the page Request with everything that a decision needs.
    bool startReview();
    bool fillRequest(const QString &memberName, const QString &memberId);
    /// The beginning of every review by nora: window, sign-in, a new review with its request.
    bool beginReview();
    /// Goes to the step with Alt and its number.
    bool goToStep(int number, const QString &title);
    /// Radioembolization of colorectal metastases in the liver; then the page Liver disease is open.
    bool answerColorectal();
    /// On the Recommendation: approves under this number and waits for the letter.
    bool approve(const QString &authorization);
    /// On the letter: turns to the provider's, once it begins with these words.
    bool turnToProvider(const QString &words);
    /// Answers the question of a fact as the pack words it; value "true", "false" or an option's.
    bool answer(const char *fact, const char *value);
    /// What the panel's row of a criterion says: "I.B.3.b, open: …".
    static QString criterion(const QString &id);
    /// Presses the button with the focus, whose dialog asks for a file, and names this one in it.
    static void openFileDialog(const QString &file);
    /// From the letter's page: issues it, saves the PDF through the file dialog; the file.
    QString saveLetter(const QString &fileName);

    /// For QtTest's cleanup(): fails what blocked the GUI thread; when the test failed, keeps a picture and says what
    /// had the focus; then shuts the window.
    void leave();

    const Policy &policy() const { return StoreDesk::rulebook()->policy; }
    QString title() const { return m_window->windowTitle(); }
    StoreDesk &desk() { return m_desk; }

private:
    StoreDesk m_desk;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

/// A PDF's text in reading order, spaces made single.
QString textOfPdf(const QString &file);
/// Names of the fonts in a PDF that are not embedded, and whether there are any fonts.
QStringList fontsNotEmbedded(const QString &file, bool *any);

} // namespace reviewdesk
