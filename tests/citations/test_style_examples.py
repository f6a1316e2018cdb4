"""The manuals' own examples, each from its bibliography entry, in the style of its manual."""

# ruff: noqa: E501  (entries and references stand as they are printed)

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

import pytest
from pybtex.database import parse_string
from pybtex.style.formatting import BaseStyle

from editions.citations import STYLES, CitedWork, Style, cite
from editions.citations.bibliography import read_bibliography
from editions.model import PartialDate

APA_PAGES = "apastyle.apa.org, Style and Grammar Guidelines, Reference examples (APA 7, chapter 10)"
IEEE_GUIDE = "IEEE Reference Guide, version 3.28.2025"
IEEE_2018 = "IEEE Reference Guide, version 11.12.2018"
CHICAGO_GUIDE = "chicagomanualofstyle.org, Author-Date: Sample Citations (18th edition)"
MLA_CENTER = "style.mla.org, Works Cited: A Quick Guide, and Ask the MLA"
MLA_HANDBOOK = "MLA Handbook, chapter 5"
CITE_THEM_RIGHT = (
    "Pears and Shields, Cite Them Right, examples quoted in university guides to the 11th and 12th edition"
)
ICMJE = "nlm.nih.gov/bsd/uniform_requirements.html, Samples of Formatted References (ICMJE)"
CITING_MEDICINE = "Citing Medicine, 2nd edition, format of Internet citations, as quoted by university guides"


@dataclass(frozen=True)
class Example:
    """An entry and the reference that a manual prints for it, with stars around what it sets in italics."""

    style: str
    source: str
    entry: str
    expected: str
    accessed: str | None = None


EXAMPLES = [
    Example(
        "apa",
        APA_PAGES + ": journal article",
        r"""@article{grady,
          author = {Grady, J. S. and Her, M. and Moreno, G. and Perez, C. and Yelinek, J.}, year = 2019,
          title = {Emotions in storybooks: {A} comparison of storybooks that represent ethnic and racial groups in the
            {United States}},
          journal = {Psychology of Popular Media Culture}, volume = 8, number = 3, pages = {207--217},
          doi = {10.1037/ppm0000185}}""",
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of "
        "storybooks that represent ethnic and racial groups in the United States. *Psychology of Popular Media Culture*, "
        "*8*(3), 207–217. https://doi.org/10.1037/ppm0000185",
    ),
    Example(
        "apa",
        APA_PAGES + ": whole authored book with an edition",
        r"""@book{jackson, author = {Jackson, Lynne M.}, year = {2019}, edition = 2,
          title = {The psychology of prejudice: From attitudes to social action},
          publisher = {American Psychological Association}, address = {Washington, DC},
          doi = {https://doi.org/10.1037/0000168-000}}""",
        "Jackson, L. M. (2019). *The psychology of prejudice: From attitudes to social action* (2nd ed.). American "
        "Psychological Association. https://doi.org/10.1037/0000168-000",
    ),
    Example(
        "apa",
        APA_PAGES + ": whole edited book",
        r"""@book{hughes, editor = {Hacker Hughes, Jamie}, year = {2017}, edition = {first},
          title = {Military veteran psychological health and social care: Contemporary approaches},
          publisher = {Routledge}}""",
        "Hacker Hughes, J. (Ed.). (2017). *Military veteran psychological health and social care: Contemporary "
        "approaches*. Routledge.",
    ),
    Example(
        "apa",
        APA_PAGES + ": whole edited book with several publishers",
        r"""@book{schmid, editor = {Schmid, Hans-J{\"o}rg}, year = {2017},
          title = {Entrenchment and the psychology of language learning: How we reorganize and adapt linguistic knowledge},
          publisher = {American Psychological Association; De Gruyter Mouton}, doi = {10.1037/15969-000}}""",
        "Schmid, H.-J. (Ed.). (2017). *Entrenchment and the psychology of language learning: How we reorganize and adapt "
        "linguistic knowledge*. American Psychological Association; De Gruyter Mouton. https://doi.org/10.1037/15969-000",
    ),
    Example(
        "apa",
        APA_PAGES + ": chapter in an edited book",
        r"""@incollection{aron, author = {Aron, Lisa and Botella, Marion and Lubart, Todd}, year = {2019},
          title = {Culinary arts: Talent and their development}, pages = {345-359},
          editor = {Subotnik, Rena F. and Olszewski-Kubilius, Paula and Worrell, Frank C.},
          booktitle = {The psychology of high performance: Developing human potential into domain-specific talent},
          publisher = {American Psychological Association}, doi = {10.1037/0000120-016}}""",
        "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. In R. F. Subotnik, P. "
        "Olszewski-Kubilius, & F. C. Worrell (Eds.), *The psychology of high performance: Developing human potential into "
        "domain-specific talent* (pp. 345–359). American Psychological Association. https://doi.org/10.1037/0000120-016",
    ),
    Example(
        "apa",
        APA_PAGES + ": report by a government agency",
        r"""@techreport{nci, author = {{National Cancer Institute}}, year = {2019},
          title = {Taking time: Support for people with cancer}, number = {NIH Publication No. 18-2059},
          institution = {U.S. Department of Health and Human Services, National Institutes of Health},
          url = {https://www.cancer.gov/publications/patient-education/takingtime.pdf}}""",
        "National Cancer Institute. (2019). *Taking time: Support for people with cancer* (NIH Publication No. 18-2059). "
        "U.S. Department of Health and Human Services, National Institutes of Health. "
        "https://www.cancer.gov/publications/patient-education/takingtime.pdf",
    ),
    Example(
        "apa",
        APA_PAGES + ": ISO standard",
        r"""@standard{iso, author = {{International Organization for Standardization}}, year = {2018},
          title = {Occupational health and safety management systems—Requirements with guidance for use},
          type = {ISO Standard}, number = {45001:2018}, url = {https://www.iso.org/standard/63787.html},
          publisher = {International Organization for Standardization}}""",
        "International Organization for Standardization. (2018). *Occupational health and safety management "
        "systems—Requirements with guidance for use* (ISO Standard No. 45001:2018). https://www.iso.org/standard/63787.html",
    ),
    Example(
        "apa",
        APA_PAGES + ": webpage with an organizational author that is also the site",
        r"""@online{who, author = {{World Health Organization}}, date = {2018-05-24}, title = {The top 10 causes of death},
          organization = {World Health Organization},
          url = {https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death}}""",
        "World Health Organization. (2018, May 24). *The top 10 causes of death*. "
        "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
        accessed="2026-05-04",
    ),
    Example(
        "apa",
        APA_PAGES + ": webpage with an individual author",
        r"""@online{bologna, author = {Bologna, Caroline}, year = 2019, month = oct, day = 31, organization = {HuffPost},
          title = {Why some people with anxiety love watching horror movies},
          url = {https://www.huffpost.com/entry/anxiety-love-watching-horror-movies_l_5d277587e4b02a5a5d57b59e}}""",
        "Bologna, C. (2019, October 31). *Why some people with anxiety love watching horror movies*. HuffPost. "
        "https://www.huffpost.com/entry/anxiety-love-watching-horror-movies_l_5d277587e4b02a5a5d57b59e",
    ),
    Example(
        "apa",
        APA_PAGES + ": webpage with a retrieval date",
        r"""@online{census, author = {{U.S. Census Bureau}}, title = {U.S. and world population clock},
          organization = {U.S. Department of Commerce}, url = {https://www.census.gov/popclock/}}""",
        "U.S. Census Bureau. (n.d.). *U.S. and world population clock*. U.S. Department of Commerce. Retrieved January 9, "
        "2020, from https://www.census.gov/popclock/",
        accessed="2020-01-09",
    ),
    Example(
        "apa",
        APA_PAGES + ": webpage without a date whose title is a question",
        r"""@online{nasa, author = {{National Aeronautics and Space Administration}},
          title = {Climate change: How do we know?}, url = {https://climate.nasa.gov/evidence/}}""",
        "National Aeronautics and Space Administration. (n.d.). *Climate change: How do we know?* "
        "https://climate.nasa.gov/evidence/",
    ),
    Example(
        "apa",
        APA_PAGES + ": magazine article",
        r"""@article{schaefer, author = {Schaefer, Nathan K. and Shapiro, Beth}, year = 2019, month = sep, day = 6,
          title = {New middle chapter in the story of human evolution}, journal = {Science}, volume = 365, number = 6457,
          pages = {981--982}, doi = {10.1126/science.aay3550}}""",
        "Schaefer, N. K., & Shapiro, B. (2019, September 6). New middle chapter in the story of human evolution. "
        "*Science*, *365*(6457), 981–982. https://doi.org/10.1126/science.aay3550",
    ),
    Example(
        "apa",
        APA_PAGES + ": newspaper article",
        r"""@article{carey, author = {Carey, Benedict}, date = {2019-03-22}, title = {Can we get better at forgetting?},
          journal = {The New York Times},
          url = {https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html}}""",
        "Carey, B. (2019, March 22). Can we get better at forgetting? *The New York Times*. "
        "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
    ),
    Example(
        "apa",
        APA_PAGES + ": journal article with 21 or more authors (without its address)",
        r"""@article{kalnay, author = {Kalnay, E. and Kanamitsu, M. and Kistler, R. and Collins, W. and Deaven, D. and
          Gandin, L. and Iredell, M. and Saha, S. and White, G. and Woollen, J. and Zhu, Y. and Chelliah, M. and
          Ebisuzaki, W. and Higgins, W. and Janowiak, J. and Mo, K. C. and Ropelewski, C. and Wang, J. and Leetmaa, A. and
          Reynolds, R. and Jenne, R. and Joseph, D.}, year = 1996, title = {The {NCEP/NCAR} 40-year reanalysis project},
          journal = {Bulletin of the American Meteorological Society}, volume = 77, number = 3, pages = {437--471}}""",
        "Kalnay, E., Kanamitsu, M., Kistler, R., Collins, W., Deaven, D., Gandin, L., Iredell, M., Saha, S., White, G., "
        "Woollen, J., Zhu, Y., Chelliah, M., Ebisuzaki, W., Higgins, W., Janowiak, J., Mo, K. C., Ropelewski, C., Wang, "
        "J., Leetmaa, A., . . . Joseph, D. (1996). The NCEP/NCAR 40-year reanalysis project. *Bulletin of the American "
        "Meteorological Society*, *77*(3), 437–471.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": book",
        r"""@book{klaus, author = {Klaus, B. and Horn, P.}, title = {Robot Vision}, address = {Cambridge, MA, USA},
          publisher = {MIT Press}, year = 1986}""",
        "B. Klaus and P. Horn, *Robot Vision*. Cambridge, MA, USA: MIT Press, 1986.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": book by an organisation",
        r"""@book{westinghouse, author = {{Westinghouse Electric Corporation}}, title = {Integrated Electronic Systems},
          address = {Englewood Cliffs, NJ, USA}, publisher = {Prentice-Hall}, year = 1970}""",
        "Westinghouse Electric Corporation, *Integrated Electronic Systems*. Englewood Cliffs, NJ, USA: Prentice-Hall, "
        "1970.",
    ),
    Example(
        "ieee",
        IEEE_2018 + ": chapter in a book",
        r"""@incollection{stein, author = {Stein, L.}, title = {Random patterns}, booktitle = {Computers and You},
          editor = {Brake, J. S.}, address = {New York, NY, USA}, publisher = {Wiley}, year = 1994, pages = {55--70}}""",
        "L. Stein, “Random patterns,” in *Computers and You*, J. S. Brake, Ed. New York, NY, USA: Wiley, 1994, pp. 55–70.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": periodical with a DOI",
        r"""@article{chiampi, author = {Chiampi, M. M. and Zilberti, L. L.}, year = 2011, month = oct, volume = 58,
          title = {Induction of electric field in human bodies moving near {MRI}: {An} efficient {BEM} computational
            procedure}, journal = {IEEE Trans. Biomed. Eng.}, number = 10, pages = {2787--2793},
          doi = {10.1109/TBME.2011.2158315}}""",
        "M. M. Chiampi and L. L. Zilberti, “Induction of electric field in human bodies moving near MRI: An efficient BEM "
        "computational procedure,” *IEEE Trans. Biomed. Eng.*, vol. 58, no. 10, pp. 2787–2793, Oct. 2011, doi: "
        "10.1109/TBME.2011.2158315.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": periodical read online",
        r"""@article{risk, author = {Risk, W. P. and Kino, G. S. and Shaw, H. J.}, year = 1986, month = feb, volume = 11,
          title = {Fiber-optic frequency shifter using a surface acoustic wave incident at an oblique angle},
          journal = {Opt. Lett.}, number = 2, pages = {115--117}, url = {http://ol.osa.org/abstract.cfm?URI=ol-11-2-115}}""",
        "W. P. Risk, G. S. Kino, and H. J. Shaw, “Fiber-optic frequency shifter using a surface acoustic wave incident at "
        "an oblique angle,” *Opt. Lett.*, vol. 11, no. 2, pp. 115–117, Feb. 1986. [Online]. Available: "
        "http://ol.osa.org/abstract.cfm?URI=ol-11-2-115",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": news article whose title is a question",
        r"""@article{clark, author = {Clark, A.}, journal = {CBS News}, date = {2024-08-30},
          title = {A new {AI} tool creates hyperrealistic photos. {Can} you tell the difference?},
          url = {https://www.cbsnews.com/news/can-you-tell-real-image-from-ai-flux/}}""",
        "A. Clark, “A new AI tool creates hyperrealistic photos. Can you tell the difference?” *CBS News*, Aug. 30, 2024. "
        "[Online]. Available: https://www.cbsnews.com/news/can-you-tell-real-image-from-ai-flux/",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": conference paper",
        r"""@inproceedings{sarkar, author = {Sarkar, D. and Srivastava, K. V.}, year = 2013, pages = {466--469},
          title = {{SRR}-loaded antipodal {Vivaldi} antenna for {UWB} applications with tunable notch function},
          booktitle = {Proc. Int. Symp. Electromagn. Theory}, address = {Hiroshima, Japan}}""",
        "D. Sarkar and K. V. Srivastava, “SRR-loaded antipodal Vivaldi antenna for UWB applications with tunable notch "
        "function,” in *Proc. Int. Symp. Electromagn. Theory*, Hiroshima, Japan, 2013, pp. 466–469.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": conference paper with a DOI",
        r"""@inproceedings{veruggio, author = {Veruggio, G.}, title = {The {EURON} roboethics roadmap}, year = 2006,
          booktitle = {Proc. Humanoids ’06: 6th IEEE-RAS Int. Conf. Humanoid Robots}, pages = {612--617},
          doi = {10.1109/ICHR.2006.321337}}""",
        "G. Veruggio, “The EURON roboethics roadmap,” in *Proc. Humanoids ’06: 6th IEEE-RAS Int. Conf. Humanoid Robots*, "
        "2006, pp. 612–617, doi: 10.1109/ICHR.2006.321337.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": technical report",
        r"""@techreport{reber, author = {Reber, E. E. and Michell, R. L. and Carter, C. J.}, year = 1988, month = nov,
          title = {Oxygen absorption in the {Earth’s} atmosphere}, institution = {Aerospace Corp.},
          address = {Los Angeles, CA, USA}, number = {TR-0200 (4230-46)-3}}""",
        "E. E. Reber, R. L. Michell, and C. J. Carter, “Oxygen absorption in the Earth’s atmosphere,” Aerospace Corp., Los "
        "Angeles, CA, USA, Tech. Rep. TR-0200 (4230-46)-3, Nov. 1988.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": standard",
        r"""@standard{ieee308, title = {{IEEE} Criteria for Class {IE} Electric Systems}, number = {IEEE Standard 308},
          year = 1969}""",
        "*IEEE Criteria for Class IE Electric Systems*, IEEE Standard 308, 1969.",
    ),
    Example(
        "ieee",
        IEEE_GUIDE + ": website",
        r"""@online{smith, author = {Smith, J.}, title = {{Obama} inaugurated as {President}}, organization = {CNN.com},
          url = {http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html}}""",
        "J. Smith. “Obama inaugurated as President.” CNN.com. Accessed: Feb. 1, 2009. [Online]. Available: "
        "http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html",
        accessed="2009-02-01",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": book",
        r"@book{yu, author = {Yu, Charles}, year = 2020, title = {Interior Chinatown}, publisher = {Pantheon Books}}",
        "Yu, Charles. 2020. *Interior Chinatown*. Pantheon Books.",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": book by two authors",
        r"""@book{binder, author = {Binder, Amy J. and Kidder, Jeffrey L.}, year = 2022, address = {Chicago},
          title = {The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in Campus Politics
            Today}, publisher = {University of Chicago Press}}""",
        "Binder, Amy J., and Jeffrey L. Kidder. 2022. *The Channels of Student Activism: How the Left and Right Are Winning "
        "(and Losing) in Campus Politics Today*. University of Chicago Press.",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": edition of a book (without the database it was read in)",
        r"""@book{borel, author = {Borel, Brooke}, year = 2023, title = {The {Chicago} Guide to Fact-Checking},
          edition = {Second}, publisher = {University of Chicago Press}}""",
        "Borel, Brooke. 2023. *The Chicago Guide to Fact-Checking*. 2nd ed. University of Chicago Press.",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": chapter of an edited book",
        r"""@incollection{doyle, author = {Doyle, Kathleen}, title = {The {Queen Mary} Psalter}, year = 2023,
          booktitle = {The Book by Design: The Remarkable Story of the World’s Greatest Invention}, pages = {60--71},
          editor = {P. J. M. Marks and Stephen Parkin}, publisher = {University of Chicago Press}}""",
        "Doyle, Kathleen. 2023. “The Queen Mary Psalter.” In *The Book by Design: The Remarkable Story of the World’s "
        "Greatest Invention*, edited by P. J. M. Marks and Stephen Parkin. University of Chicago Press.",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": journal article",
        r"""@article{dittmar, author = {Dittmar, Emily L. and Schemske, Douglas W.}, year = 2023, volume = 202, number = 4,
          title = {Temporal Variation in Selection Influences Microgeographic Local Adaptation},
          journal = {American Naturalist}, pages = {471--485}, doi = {10.1086/725865}}""",
        "Dittmar, Emily L., and Douglas W. Schemske. 2023. “Temporal Variation in Selection Influences Microgeographic "
        "Local Adaptation.” *American Naturalist* 202 (4): 471–85. https://doi.org/10.1086/725865.",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": journal article with four-digit pages",
        r"""@article{kwon, author = {Kwon, Hyeyoung}, year = 2022, journal = {American Journal of Sociology}, volume = 127,
          title = {Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life}, number = 6,
          pages = {1818--1859}, doi = {10.1086/720277}}""",
        "Kwon, Hyeyoung. 2022. “Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life.” *American "
        "Journal of Sociology* 127 (6): 1818–59. https://doi.org/10.1086/720277.",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": journal article by more than six authors (the fourth to seventh name stand in for others)",
        r"""@article{snyder, author = {Snyder, Carl D. and Bedrossian, Manuel and Barr, Casey and Four, A. and Five, B. and
          Six, C. and Seven, D.}, year = 2025, journal = {PLOS ONE}, volume = 20, number = 3, pages = {e0318239},
          title = {Extant Life Detection Using Label-Free Video Microscopy in Analog Aquatic Environments},
          doi = {10.1371/journal.pone.0318239}}""",
        "Snyder, Carl D., Manuel Bedrossian, Casey Barr, et al. 2025. “Extant Life Detection Using Label-Free Video "
        "Microscopy in Analog Aquatic Environments.” *PLOS ONE* 20 (3): e0318239. "
        "https://doi.org/10.1371/journal.pone.0318239.",
    ),
    Example(
        "chicago",
        CHICAGO_GUIDE + ": website content without a date",
        r"""@online{yale, author = {{Yale University}}, title = {About {Yale}: {Yale} Facts},
          organization = {Yale University}, url = {https://www.yale.edu/about-yale/yale-facts}}""",
        "Yale University. n.d. “About Yale: Yale Facts.” Accessed March 8, 2022. "
        "https://www.yale.edu/about-yale/yale-facts.",
        accessed="2022-03-08",
    ),
    Example(
        "mla",
        MLA_CENTER + ": edition of a book",
        r"""@book{lodge, author = {Lodge, David}, title = {Changing Places: A Tale of Two Campuses}, edition = 2,
          publisher = {Penguin Books}, year = 1979, address = {London}}""",
        "Lodge, David. *Changing Places: A Tale of Two Campuses*. 2nd ed., Penguin Books, 1979.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": two authors",
        r"""@book{dorris, author = {Dorris, Michael and Erdrich, Louise}, title = {The Crown of {Columbus}},
          publisher = {HarperCollins Publishers}, year = 1999}""",
        "Dorris, Michael, and Louise Erdrich. *The Crown of Columbus*. HarperCollins Publishers, 1999.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": three or more authors, and a title that holds an underscore",
        r"""@book{burdick, author = {Burdick, Anne and Drucker, Johanna and Lunenfeld, Peter and Presner, Todd and
          Schnapp, Jeffrey}, title = {Digital\_Humanities}, publisher = {MIT P}, year = 2012}""",
        "Burdick, Anne, et al. *Digital_Humanities*. MIT P, 2012.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": two editors",
        r"""@book{holland, editor = {Holland, Merlin and Hart-Davis, Rupert}, publisher = {Henry Holt}, year = 2000,
          title = {The Complete Letters of {Oscar Wilde}}}""",
        "Holland, Merlin, and Rupert Hart-Davis, editors. *The Complete Letters of Oscar Wilde*. Henry Holt, 2000.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": one editor",
        r"""@book{sanchez, editor = {S{\'a}nchez Prado, Ignacio M.}, title = {Mexican Literature in Theory},
          publisher = {Bloomsbury Academic}, year = 2018}""",
        "Sánchez Prado, Ignacio M., editor. *Mexican Literature in Theory*. Bloomsbury Academic, 2018.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": organisation as author",
        r"""@book{un, author = {{United Nations}}, publisher = {Taylor and Francis}, year = 1991,
          title = {Consequences of Rapid Population Growth in Developing Countries}}""",
        "United Nations. *Consequences of Rapid Population Growth in Developing Countries*. Taylor and Francis, 1991.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": organisation that is author and publisher",
        r"""@techreport{nea, author = {{National Endowment for the Arts}}, institution = {National Endowment for the Arts},
          title = {Reading at Risk: A Survey of Literary Reading in America}, year = 2004, month = jun}""",
        "*Reading at Risk: A Survey of Literary Reading in America*. National Endowment for the Arts, June 2004.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": journal article",
        r"""@article{baron, author = {Baron, Naomi S.}, title = {Redefining Reading: The Impact of Digital Communication
          Media}, journal = {PMLA}, volume = 128, number = 1, year = 2013, month = jan, pages = {193--200}}""",
        "Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” *PMLA*, vol. 128, no. 1, Jan. "
        "2013, pp. 193–200.",
    ),
    Example(
        "mla",
        MLA_CENTER + ": journal article with a DOI",
        r"""@article{berman, author = {Berman, Russell}, title = {The Necessity of Language Learning}, volume = 43,
          journal = {ADFL Bulletin}, number = 2, year = 2015, pages = {11--14}, doi = {10.1632/adfl.43.2.11}}""",
        "Berman, Russell. “The Necessity of Language Learning.” *ADFL Bulletin*, vol. 43, no. 2, 2015, pp. 11–14, "
        "https://doi.org/10.1632/adfl.43.2.11.",
    ),
    Example(
        "mla",
        MLA_HANDBOOK + ": chapter of a collection with three editors",
        r"""@incollection{dewar, author = {Dewar, James A. and Ang, Peng Hwa}, year = 2007, pages = {365--377},
          title = {The Cultural Consequences of Printing and the {Internet}},
          booktitle = {Agent of Change: Print Culture Studies after {Elizabeth L. Eisenstein}},
          editor = {Baron, Sabrina Alcorn and Lindquist, Eric N. and Shevlin, Eleanor F.},
          publisher = {University of Massachusetts Press}}""",
        "Dewar, James A., and Peng Hwa Ang. “The Cultural Consequences of Printing and the Internet.” *Agent of Change: "
        "Print Culture Studies after Elizabeth L. Eisenstein*, edited by Sabrina Alcorn Baron et al., University of "
        "Massachusetts Press, 2007, pp. 365–77.",
    ),
    Example(
        "mla",
        MLA_CENTER + ": web page",
        r"""@online{burns, author = {Burns, Shauntee}, date = {2016-03-02}, organization = {New York Public Library},
          title = {Finding {Wonder Women} at the Library: Online Biographies and Encyclopedias},
          url = {https://www.nypl.org/blog/2016/03/02/biographies-women-history}}""",
        "Burns, Shauntee. “Finding Wonder Women at the Library: Online Biographies and Encyclopedias.” *New York Public "
        "Library*, 2 Mar. 2016, www.nypl.org/blog/2016/03/02/biographies-women-history.",
    ),
    Example(
        "mla",
        MLA_CENTER + ": web page without an author",
        r"""@online{core, title = {{English} Language Arts Standards}, year = 2017,
          organization = {Common Core State Standards Initiative}, url = {http://www.corestandards.org/ELA-Literacy/}}""",
        "“English Language Arts Standards.” *Common Core State Standards Initiative*, 2017, "
        "www.corestandards.org/ELA-Literacy/.",
    ),
    Example(
        "harvard",
        CITE_THEM_RIGHT + ": book",
        r"""@book{bell, author = {Bell, J.}, year = 2014, title = {Doing your research project}, address = {Maidenhead},
          publisher = {Open University Press}}""",
        "Bell, J. (2014) *Doing your research project*. Maidenhead: Open University Press.",
    ),
    Example(
        "harvard",
        CITE_THEM_RIGHT + ": book by two authors, seventh edition",
        r"""@book{novelline, author = {Novelline, Robert A. and Squire, Lucy F.}, year = 2018, edition = {7th},
          title = {Squire's fundamentals of radiology}, address = {Massachusetts}, publisher = {Harvard University Press}}""",
        "Novelline, R.A. and Squire, L.F. (2018) *Squire's fundamentals of radiology*. 7th edn. Massachusetts: Harvard "
        "University Press.",
    ),
    Example(
        "harvard",
        CITE_THEM_RIGHT + ": book by four or more authors",
        r"""@book{young, author = {Young, H. D. and Freedman, R. A. and Sandin, T. R. and Ford, A. L.}, year = 2015,
          title = {Sears and Zemansky's university physics}, edition = 14, address = {San Francisco, CA},
          publisher = {Addison-Wesley}}""",
        "Young, H.D. *et al.* (2015) *Sears and Zemansky's university physics*. 14th edn. San Francisco, CA: "
        "Addison-Wesley.",
    ),
    Example(
        "harvard",
        CITE_THEM_RIGHT + ": chapter of an edited book",
        r"""@incollection{franklin, author = {Franklin, A. W.}, year = 2012, title = {Management of the problem},
          editor = {Smith, S. M.}, booktitle = {The maltreatment of children}, publisher = {MTP}, pages = {83--95}}""",
        "Franklin, A.W. (2012) ‘Management of the problem’, in S.M. Smith (ed.) *The maltreatment of children*. MTP, pp. "
        "83–95.",
    ),
    Example(
        "harvard",
        CITE_THEM_RIGHT + ": journal article whose title is a question",
        r"""@article{norrie, author = {Norrie, C. and Hammond, J. and D'Avray, L.}, year = 2012, volume = 13, number = 4,
          title = {Doing it differently? A review of literature on teaching reflective practice across health and social
            care professions}, journal = {Reflective Practice}, pages = {565--578}}""",
        "Norrie, C., Hammond, J. and D'Avray, L. (2012) ‘Doing it differently? A review of literature on teaching "
        "reflective practice across health and social care professions’, *Reflective Practice*, 13(4), pp. 565–578.",
    ),
    Example(
        "harvard",
        CITE_THEM_RIGHT + ": web page by an organisation",
        r"""@online{diabetes, author = {{Diabetes UK}}, year = 2018, title = {Preventing {Type 2} diabetes},
          url = {https://www.diabetes.org.uk/preventing-type-2-diabetes/}}""",
        "Diabetes UK (2018) *Preventing Type 2 diabetes*. Available at: "
        "https://www.diabetes.org.uk/preventing-type-2-diabetes/ (Accessed: 20 September 2018).",
        accessed="2018-09-20",
    ),
    Example(
        "vancouver",
        ICMJE + ": 1, standard journal article",
        r"""@article{halpern, author = {Halpern, Scott D. and Ubel, Peter A. and Caplan, Arthur L.}, date = {2002-07-25},
          title = {Solid-organ transplantation in {HIV}-infected patients}, journal = {N Engl J Med}, volume = 347,
          number = 4, pages = {284--287}}""",
        "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul "
        "25;347(4):284-7.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 1, more than six authors",
        r"""@article{rose, author = {Rose, M. E. and Huerbin, M. B. and Melick, J. and Marion, D. W. and Palmer, A. M. and
          Schiding, J. K. and Kochanek, P. M. and Graham, S. H.}, year = 2002, journal = {Brain Res}, volume = 935,
          title = {Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury},
          number = {1-2}, pages = {40--46}}""",
        "Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial excitatory "
        "amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 2, organization as author",
        r"""@article{dpp, author = {{Diabetes Prevention Program Research Group}}, year = 2002, journal = {Hypertension},
          title = {Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance}, volume = 40,
          number = 5, pages = {679-686}}""",
        "Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with impaired "
        "glucose tolerance. Hypertension. 2002;40(5):679-86.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 3, both personal authors and organization as author",
        r"""@article{vallancien, author = {Vallancien, G. and Emberton, M. and Harving, N. and van Moorselaar, R. J. and
          {Alf-One Study Group}}, year = 2003, journal = {J Urol}, volume = 169, number = 6, pages = {2257--2261},
          title = {Sexual dysfunction in 1,274 {European} men suffering from lower urinary tract symptoms}}""",
        "Vallancien G, Emberton M, Harving N, van Moorselaar RJ; Alf-One Study Group. Sexual dysfunction in 1,274 European "
        "men suffering from lower urinary tract symptoms. J Urol. 2003;169(6):2257-61.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 4, no author given",
        r"""@article{bmj, title = {21st century heart solution may have a sting in the tail}, journal = {BMJ}, year = 2002,
          volume = 325, number = 7357, pages = 184}""",
        "21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 18, personal author(s) of a book",
        r"""@book{murray, author = {Murray, P. R. and Rosenthal, K. S. and Kobayashi, G. S. and Pfaller, M. A.}, edition = 4,
          title = {Medical microbiology}, address = {St. Louis}, publisher = {Mosby}, year = 2002}""",
        "Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 19, editors as authors",
        r"""@book{gilstrap, editor = {Gilstrap, III, L. C. and Cunningham, F. G. and VanDorsten, J. P.}, year = 2002,
          title = {Operative obstetrics}, edition = {2nd}, address = {New York}, publisher = {McGraw-Hill}}""",
        "Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, editors. Operative obstetrics. 2nd ed. New York: McGraw-Hill; 2002.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 22, chapter in a book",
        r"""@incollection{meltzer, author = {Meltzer, P. S. and Kallioniemi, A. and Trent, J. M.}, pages = {93--113},
          title = {Chromosome alterations in human solid tumors}, editor = {Vogelstein, B. and Kinzler, K. W.},
          booktitle = {The genetic basis of human cancer}, address = {New York}, publisher = {McGraw-Hill}, year = 2002}""",
        "Meltzer PS, Kallioniemi A, Trent JM. Chromosome alterations in human solid tumors. In: Vogelstein B, Kinzler KW, "
        "editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 24, conference paper",
        r"""@inproceedings{christensen, author = {Christensen, S. and Oppacher, F.}, year = 2002, pages = {182--191},
          title = {An analysis of {Koza's} computational effort statistic for genetic programming},
          editor = {Foster, J. A. and Lutton, E. and Miller, J. and Ryan, C. and Tettamanzi, A. G.},
          booktitle = {Genetic programming. EuroGP 2002: Proceedings of the 5th European Conference on Genetic Programming;
            2002 Apr 3-5; Kinsdale, Ireland}, address = {Berlin}, publisher = {Springer}}""",
        "Christensen S, Oppacher F. An analysis of Koza's computational effort statistic for genetic programming. In: "
        "Foster JA, Lutton E, Miller J, Ryan C, Tettamanzi AG, editors. Genetic programming. EuroGP 2002: Proceedings of "
        "the 5th European Conference on Genetic Programming; 2002 Apr 3-5; Kinsdale, Ireland. Berlin: Springer; 2002. p. "
        "182-91.",
    ),
    Example(
        "vancouver",
        ICMJE + ": 38, monograph on the Internet (at its address of 2011)",
        r"""@book{foley, editor = {Foley, K. M. and Gelband, H.}, title = {Improving palliative care for cancer}, year = 2001,
          address = {Washington}, publisher = {National Academy Press},
          url = {http://www.nap.edu/books/0309074029/html/}}""",
        "Foley KM, Gelband H, editors. Improving palliative care for cancer [Internet]. Washington: National Academy Press; "
        "2001 [cited 2002 Jul 9]. Available from: http://www.nap.edu/books/0309074029/html/.",
        accessed="2002-07-09",
    ),
    Example(
        "vancouver",
        CITING_MEDICINE + ": part of a web site, its address without a full stop",
        r"""@online{fda, title = {Focus on innovation}, address = {Silver Spring (MD)}, year = 2012,
          organization = {US Food and Drug Administration}, url = {http://www.fda.gov/AboutFDA/Innovation/default.htm}}""",
        "Focus on innovation [Internet]. Silver Spring (MD): US Food and Drug Administration; 2012 [cited 2012 Aug 15]. "
        "Available from: http://www.fda.gov/AboutFDA/Innovation/default.htm",
        accessed="2012-08-15",
    ),
]


def work_of(example: Example) -> CitedWork:
    bibliography = read_bibliography(example.entry, "references.bib")
    assert bibliography.problems == ()
    return bibliography.works[0]


def day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def starred(html: str) -> str:
    """HTML as text in which stars stand around what is in italics."""
    return unescape(re.sub(r"</?a\b[^>]*>", "", html).replace("<em>", "*").replace("</em>", "*"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.style}: {example.source}")
def test_an_entry_becomes_the_reference_that_the_manual_prints(example: Example) -> None:
    plain = cite(work_of(example), example.style, accessed=day(example.accessed))
    assert plain == example.expected.replace("*", "")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.style}: {example.source}")
def test_html_sets_in_italics_what_the_manual_sets_in_italics(example: Example) -> None:
    html = cite(work_of(example), example.style, html=True, accessed=day(example.accessed))
    assert starred(html) == example.expected


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_each_style_is_a_pybtex_style(style: Style) -> None:
    data = parse_string("@online{b, title={B}, url={https://example.org/}} @book{a, title={A}, year=2024}", "bibtex")
    formatted = {entry.key: entry.text for entry in style.style.format_bibliography(data)}
    assert isinstance(style.style, BaseStyle)
    for key, text in formatted.items():
        (same,) = [work for work in read_bibliography(data.to_string("bibtex"), "b.bib").works if work.key == key]
        assert str(text) == cite(same, style.name)
